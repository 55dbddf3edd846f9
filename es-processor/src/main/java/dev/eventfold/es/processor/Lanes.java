package dev.eventfold.es.processor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers the aggregates that a module names: its own, and those that its commands, events and reactions are of. */
final class Lanes {
    private final SortedMap<String, Aggregate> own = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> commands = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> events = new TreeMap<>();

    private Lanes() {}

    /** Ordered by stored name. */
    static List<Lane> of(List<ProcessManager> managers, List<EventConsumer<?>> readers, ModuleContents contents) {
        Lanes lanes = new Lanes();
        contents.aggregates().forEach(lanes::add);
        addAll(contents.sendable(), lanes.commands);
        addAll(contents.events(), lanes.events);
        Stream.<EventConsumer<?>>concat(managers.stream(), readers.stream())
                .flatMap(consumer -> consumer.reactions().stream())
                .map(Reaction::target)
                .filter(target -> !target.aggregate().equals(Api.ANY))
                .forEach(target -> add(target, lanes.events));
        managers.stream()
                .flatMap(manager -> manager.answers().stream())
                .forEach(answer -> add(answer.target(), lanes.commands));
        SortedSet<String> names = new TreeSet<>(lanes.own.keySet());
        names.addAll(lanes.commands.keySet());
        names.addAll(lanes.events.keySet());
        return names.stream().map(lanes::lane).toList();
    }

    private void add(Aggregate aggregate) {
        own.put(aggregate.name(), aggregate);
        aggregate.handlers().forEach(handler -> add(handler.target(), commands));
        aggregate.appliers().forEach(applier -> add(applier.target(), events));
        addAll(aggregate.produced(), events);
    }

    private static void addAll(Collection<PayloadType> types, SortedMap<String, SortedSet<String>> names) {
        types.stream().flatMap(type -> type.members().stream()).map(Target::of).forEach(target -> add(target, names));
    }

    private static void add(Target target, SortedMap<String, SortedSet<String>> names) {
        SortedSet<String> ofAggregate = names.computeIfAbsent(target.aggregate(), aggregate -> new TreeSet<>());
        if (!target.name().equals(Api.ANY)) {
            ofAggregate.add(target.name());
        }
    }

    private Lane lane(String aggregate) {
        Optional<Aggregate> known = Optional.ofNullable(own.get(aggregate));
        return new Lane(
                aggregate,
                known.map(Aggregate::type),
                commands.getOrDefault(aggregate, new TreeSet<>()),
                events.getOrDefault(aggregate, new TreeSet<>()),
                known.map(Lanes::outcomes).orElse(new TreeMap<>()));
    }

    private static SortedMap<String, List<String>> outcomes(Aggregate aggregate) {
        SortedMap<String, List<String>> outcomes = new TreeMap<>();
        for (Case handler : aggregate.handlers()) {
            String command = handler.target().name();
            outcomes.put(
                    command,
                    Optional.ofNullable(aggregate.outcomes().get(command)).map(PayloadType::members).stream()
                            .flatMap(List::stream)
                            .map(Payload::name)
                            .sorted()
                            .toList());
        }
        return outcomes;
    }
}
