package dev.eventfold.es.processor;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that is known of the module: what this compilation annotates, and what an earlier one left in the same output. */
final class ModuleContents {
    private final SortedMap<ClassRef, PayloadType> commands = new TreeMap<>();
    private final SortedMap<ClassRef, PayloadType> events = new TreeMap<>();
    private final SortedMap<ClassRef, Aggregate> aggregates = new TreeMap<>();
    private final SortedMap<ClassRef, ProcessManager> managers = new TreeMap<>();
    private final SortedMap<ClassRef, Projection> projections = new TreeMap<>();
    private final SortedMap<ClassRef, Subscriber> subscribers = new TreeMap<>();
    private final SortedSet<String> chosenPackages = new TreeSet<>();
    private final SortedSet<ClassRef> annotated = new TreeSet<>();
    private final SortedSet<ClassRef> homeless = new TreeSet<>();
    private final SortedMap<String, List<Sent>> sent = new TreeMap<>();
    private Optional<String> earlierPackage = Optional.empty();
    private final Set<ClassRef> expected = new HashSet<>();
    private final Set<ClassRef> defined = new HashSet<>();

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
        aggregates.put(aggregate.type(), aggregate);
    }

    void add(ProcessManager manager) {
        managers.put(manager.type(), manager);
    }

    void add(Projection projection) {
        projections.put(projection.type(), projection);
    }

    void add(Subscriber subscriber) {
        subscribers.put(subscriber.type(), subscriber);
    }

    /** Those commands are sent, says that class or package. */
    void sends(String by, List<Sent> named) {
        sent.put(by, List.copyOf(named));
    }

    /** An aggregate or consumer names a type that is not there yet: its definition may follow. */
    void expect(ClassRef type) {
        expected.add(type);
    }

    /** The definition of an aggregate or consumer is there. */
    void define(ClassRef type) {
        defined.add(type);
    }

    /** Whether the module has an aggregate or consumer, however wrong it is. */
    boolean isToBeFound() {
        return !aggregates.isEmpty() || !consumers().isEmpty() || !expected.isEmpty();
    }

    /** Whether there is anything to generate from: an annotated class, or a package that asks for the classes of a module. */
    boolean isEmpty() {
        return annotated.isEmpty() && chosenPackages.isEmpty();
    }

    /** The classes of this compilation that carry one of our annotations. */
    SortedSet<ClassRef> annotated() {
        return annotated;
    }

    /** The classes with annotated methods that should be marked: a mark that is lost does not move the classes of the module. */
    SortedSet<ClassRef> homeless() {
        return homeless;
    }

    /** The classes whose packages have the package of the module in common. */
    SortedSet<ClassRef> inPackages() {
        SortedSet<ClassRef> all = new TreeSet<>(annotated);
        all.addAll(homeless);
        return all;
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

    Collection<Projection> projections() {
        return projections.values();
    }

    Collection<Subscriber> subscribers() {
        return subscribers.values();
    }

    /** Whatever events are passed to, process managers first. */
    List<EventConsumer<?>> consumers() {
        return Stream.<Collection<? extends EventConsumer<?>>>of(managers(), projections(), subscribers())
                .<EventConsumer<?>>flatMap(Collection::stream)
                .toList();
    }

    /** The names of its events. */
    EventNames eventNames() {
        return new EventNames(events.values());
    }

    boolean hasAggregate(String name) {
        return aggregates.values().stream().anyMatch(found -> found.name().equals(name));
    }

    /** The classes of the aggregates that have a definition, ordered by stored name. */
    List<ClassRef> definedAggregates() {
        return defined(aggregates.values(), Aggregate::name);
    }

    /** The classes of the consumers of one kind that have a definition, ordered by stored name. */
    <C extends EventConsumer<C>> List<ClassRef> defined(Collection<C> known) {
        return defined(known, EventConsumer::name);
    }

    private <D extends Declared> List<ClassRef> defined(Collection<D> known, Function<D, String> name) {
        return known.stream()
                .filter(found -> defined.contains(found.type()))
                .sorted(Comparator.comparing(name).thenComparing(Declared::type))
                .map(Declared::type)
                .toList();
    }
}
