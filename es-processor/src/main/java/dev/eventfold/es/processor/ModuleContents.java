package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** All that is known of the module: what this compilation annotates, and what an earlier one left in the same output. */
final class ModuleContents {
    private final SortedMap<ClassRef, PayloadType> commands = new TreeMap<>();
    private final SortedMap<ClassRef, PayloadType> events = new TreeMap<>();
    private final SortedMap<ClassRef, Aggregate> aggregates = new TreeMap<>();
    private final SortedMap<ClassRef, ProcessManager> managers = new TreeMap<>();
    private final SortedSet<String> chosenPackages = new TreeSet<>();
    private final SortedSet<ClassRef> annotated = new TreeSet<>();
    private final SortedMap<String, List<Sent>> sent = new TreeMap<>();
    private Optional<String> earlierPackage = Optional.empty();
    private final Map<ClassRef, String> pendingAggregates = new HashMap<>();
    private final Map<ClassRef, String> pendingManagers = new HashMap<>();

    /** An earlier compilation left classes of the module in that package. */
    void continues(String modulePackage) {
        earlierPackage = Optional.of(modulePackage);
    }

    Optional<String> earlierPackage() {
        return earlierPackage;
    }

    void add(PayloadType payload) {
        put(payload, payload.kind() == Kind.COMMAND ? commands : events);
    }

    private static void put(PayloadType payload, SortedMap<ClassRef, PayloadType> known) {
        known.put(payload.type(), payload);
        if (payload instanceof Family family) {
            family.nested().forEach(nested -> known.put(nested.type(), nested));
            family.members().forEach(member -> known.put(member.type(), member));
        }
    }

    void add(Aggregate aggregate) {
        pendingAggregates.remove(aggregate.type());
        aggregates.put(aggregate.type(), aggregate);
    }

    void add(ProcessManager manager) {
        pendingManagers.remove(manager.type());
        managers.put(manager.type(), manager);
    }

    /** Those commands are sent, says that class or package. */
    void sends(String by, List<Sent> named) {
        sent.put(by, List.copyOf(named));
    }

    /** An aggregate that names a type which is not there yet: its definition will follow. */
    void expectAggregate(ClassRef type, String name) {
        pendingAggregates.put(type, name);
    }

    /** A process manager that names a type which is not there yet: its definition will follow. */
    void expectManager(ClassRef type, String name) {
        pendingManagers.put(type, name);
    }

    boolean isEmpty() {
        return annotated.isEmpty();
    }

    /** The classes of this compilation that carry one of our annotations. */
    SortedSet<ClassRef> annotated() {
        return annotated;
    }

    /** The packages that are marked to hold the classes of the module. */
    SortedSet<String> chosenPackages() {
        return chosenPackages;
    }

    Collection<PayloadType> commands() {
        return commands.values();
    }

    /** The commands that the module says that it sends, from whichever module they come. */
    List<Sent> sent() {
        return sent.values().stream().flatMap(List::stream).toList();
    }

    /** The module's own commands, and those that it sends: what {@code Commands} covers. */
    Collection<PayloadType> sendable() {
        SortedMap<ClassRef, PayloadType> all = new TreeMap<>(commands);
        sent().forEach(named -> put(named.command(), all));
        return all.values();
    }

    Collection<PayloadType> events() {
        return events.values();
    }

    Collection<Aggregate> aggregates() {
        return aggregates.values();
    }

    Collection<ProcessManager> managers() {
        return managers.values();
    }

    /** The process manager with every name that an event which it takes raw was stored under, where the event is in sight. */
    ProcessManager withFormerNames(ProcessManager manager) {
        return renamed(manager, Target::as);
    }

    /** The process manager with the name that an event which it takes raw has now, where the event is in sight. */
    ProcessManager withCurrentNames(ProcessManager manager) {
        return renamed(manager, Target::now);
    }

    private ProcessManager renamed(ProcessManager manager, BiFunction<Target, Payload, Target> rename) {
        return manager.reactions(manager.reactions().stream()
                .map(reaction -> events.values().stream()
                        .flatMap(event -> event.members().stream())
                        .filter(reaction.target()::matches)
                        .findFirst()
                        .map(event -> reaction.target(rename.apply(reaction.target(), event)))
                        .orElse(reaction))
                .toList());
    }

    boolean hasAggregate(String name) {
        return aggregates.values().stream().anyMatch(found -> found.name().equals(name));
    }

    /** The classes of the aggregates that have a definition or will have one, ordered by stored name. */
    List<ClassRef> definedAggregates() {
        Map<ClassRef, String> named = new HashMap<>(pendingAggregates);
        aggregates.values().stream().filter(Aggregate::sound).forEach(found -> named.put(found.type(), found.name()));
        return byName(named);
    }

    /** The classes of the process managers that have a definition or will have one, ordered by stored name. */
    List<ClassRef> definedManagers() {
        Map<ClassRef, String> named = new HashMap<>(pendingManagers);
        managers.values().stream()
                .filter(ProcessManager::sound)
                .forEach(found -> named.put(found.type(), found.name()));
        return byName(named);
    }

    /** Every class that a definition comes from. */
    List<ClassRef> defined() {
        List<ClassRef> all = new ArrayList<>();
        Stream.of(definedAggregates(), definedManagers()).forEach(all::addAll);
        return all;
    }

    private static List<ClassRef> byName(Map<ClassRef, String> named) {
        return named.keySet().stream()
                .sorted(Comparator.<ClassRef, String>comparing(named::get).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
