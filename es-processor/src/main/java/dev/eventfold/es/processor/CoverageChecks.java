package dev.eventfold.es.processor;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An aggregate of this module handles every command and applies every event that is in sight. */
final class CoverageChecks {
    private CoverageChecks() {}

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        Map<String, List<PayloadType>> known = byAggregate(contents);
        Set<String> names = new LinkedHashSet<>();
        for (Aggregate aggregate : contents.aggregates()) {
            if (names.add(aggregate.name()) && aggregate.compiledHere()) {
                List<PayloadType> ofIt = known.getOrDefault(aggregate.name(), List.of());
                check(aggregate, Kind.COMMAND, ofIt, diagnostics);
                check(aggregate, Kind.EVENT, ofIt, diagnostics);
            }
        }
    }

    /** The commands and events of the module, and those that it sends and takes, from whichever module they come. */
    private static Map<String, List<PayloadType>> byAggregate(ModuleContents contents) {
        Stream<PayloadType> taken = contents.consumers().stream()
                .flatMap(EventConsumer::cases)
                .flatMap(call -> call.target().payload().stream());
        return Stream.of(contents.sendable().stream(), contents.events().stream(), taken)
                .flatMap(some -> some)
                .collect(Collectors.groupingBy(PayloadType::aggregate));
    }

    private static void check(Aggregate aggregate, Kind kind, List<PayloadType> known, Diagnostics diagnostics) {
        if (!aggregate.understood().contains(kind)) {
            return;
        }
        List<Case> cases = kind == Kind.COMMAND ? aggregate.handlers() : aggregate.appliers();
        Set<String> covered =
                cases.stream().flatMap(call -> call.target().names().stream()).collect(Collectors.toSet());
        List<Payload> missing = inSight(aggregate, kind, known).values().stream()
                .filter(payload -> !covered.contains(payload.name()))
                .toList();
        if (!missing.isEmpty()) {
            report(aggregate, kind, missing, diagnostics);
        }
    }

    /** One message, for an event that is deleted with its family takes all the handlers that return it along. */
    private static void report(Aggregate aggregate, Kind kind, List<Payload> missing, Diagnostics diagnostics) {
        Payload first = missing.get(0);
        diagnostics.report(
                first.compiledHere() ? first.spot() : aggregate.spot(),
                kind == Kind.COMMAND ? Problem.UNHANDLED_COMMAND : Problem.UNAPPLIED_EVENT,
                first.name(),
                aggregate.name(),
                aggregate.type().nestedName(),
                first.type().nestedName(),
                Diagnostics.sameFor(missing));
    }

    private static SortedMap<ClassRef, Payload> inSight(Aggregate aggregate, Kind kind, List<PayloadType> known) {
        SortedMap<ClassRef, Payload> found = new TreeMap<>();
        Stream.of(known, aggregate.families(), aggregate.produced())
                .flatMap(Collection::stream)
                .filter(type -> type.kind() == kind && type.aggregate().equals(aggregate.name()))
                .flatMap(type -> type.members().stream())
                .forEach(payload -> found.put(payload.type(), payload));
        return found;
    }
}
