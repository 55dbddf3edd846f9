package dev.eventfold.es.runtime.program;

import dev.eventfold.es.EsException;
import dev.eventfold.es.UnknownCommand;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.SubscriberDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that the modules of a program define, by name. Immutable. */
public final class Program {
    private final Map<String, AggregateModel<?>> aggregates = new TreeMap<>();
    private final Map<Class<?>, AggregateModel<?>> aggregatesByClass = new HashMap<>();
    private final Map<String, ProcessManagerDefinition<?>> processManagers = new TreeMap<>();
    private final Map<String, ProjectionDefinition<?>> projections = new TreeMap<>();
    private final Map<String, SubscriberDefinition<?>> subscribers = new TreeMap<>();

    private Program() {}

    /**
     * Puts modules together.
     *
     * @param modules the modules
     * @return the program
     * @throws EsException when a name is taken twice, case ignored
     */
    public static Program of(List<GeneratedModule> modules) {
        Program program = new Program();
        Names aggregateNames = new Names();
        Names consumerNames = new Names();
        for (GeneratedModule module : modules) {
            for (AggregateDefinition<?> definition : module.aggregates()) {
                aggregateNames.take("aggregate", definition.name(), definition.type());
                program.add(definition);
            }
            for (ProcessManagerDefinition<?> definition : module.processManagers()) {
                consumerNames.take("process manager", definition.name(), definition.type());
                program.processManagers.put(definition.name(), definition);
            }
            for (ProjectionDefinition<?> definition : module.projections()) {
                consumerNames.take("projection", definition.name(), definition.type());
                program.projections.put(definition.name(), definition);
            }
            for (SubscriberDefinition<?> definition : module.subscribers()) {
                consumerNames.take("subscriber", definition.name(), definition.type());
                program.subscribers.put(definition.name(), definition);
            }
        }
        return program;
    }

    private void add(AggregateDefinition<?> definition) {
        AggregateModel<?> model = new AggregateModel<>(definition);
        aggregates.put(definition.name(), model);
        aggregatesByClass.put(definition.type(), model);
    }

    /**
     * An aggregate by name.
     *
     * @param name the stored name
     * @return the aggregate
     * @throws UnknownCommand when no module brings it
     */
    public AggregateModel<?> aggregateForCommand(String name) {
        AggregateModel<?> model = aggregates.get(name);
        if (model == null) {
            throw new UnknownCommand(
                    "nobody knows this aggregate: aggregate=" + name + Suggestions.of(name, aggregates.keySet()));
        }
        return model;
    }

    /**
     * An aggregate by name.
     *
     * @param name the stored name
     * @return null when no module brings it
     */
    public @Nullable AggregateModel<?> aggregate(String name) {
        return aggregates.get(name);
    }

    /**
     * An aggregate by class.
     *
     * @param <A> the class
     * @param type the class
     * @return the aggregate
     * @throws IllegalArgumentException when the class is no aggregate
     */
    @SuppressWarnings("unchecked")
    public <A> AggregateModel<A> aggregate(Class<A> type) {
        AggregateModel<?> model = aggregatesByClass.get(type);
        if (model == null) {
            List<String> known = aggregatesByClass.keySet().stream()
                    .map(Class::getName)
                    .sorted()
                    .toList();
            throw new IllegalArgumentException("the class is no aggregate: class=" + type.getName() + ", known: "
                    + known + "; is it annotated with @Aggregate, and was it compiled with the annotation processor?");
        }
        return (AggregateModel<A>) model;
    }

    /**
     * An event by class.
     *
     * @param type the class of an event object
     * @return the event
     * @throws IllegalArgumentException when no aggregate applies such an event
     */
    public EventType<?> event(Class<?> type) {
        for (AggregateModel<?> model : aggregates.values()) {
            EventType<?> event = model.eventOf(type);
            if (event != null) {
                return event;
            }
        }
        throw new IllegalArgumentException("no aggregate applies such an event: class=" + type.getName()
                + "; is it annotated with @EventOf, and is its aggregate part of the program?");
    }

    /**
     * The aggregates.
     *
     * @return their stored names, sorted
     */
    public Collection<String> aggregateNames() {
        return aggregates.keySet();
    }

    /**
     * What events were before, those too that were nothing else: a version that is newer than theirs must be noticed.
     *
     * @return by class, of the events that aggregates apply and those that consumers know older shapes of
     */
    public Map<Class<?>, Evolution> eventEvolutions() {
        List<EventType<?>> events = new ArrayList<>();
        for (AggregateModel<?> model : aggregates.values()) {
            events.addAll(model.definition().events());
        }
        for (ProcessManagerDefinition<?> processManager : processManagers.values()) {
            events.addAll(processManager.evolvedEvents());
        }
        for (ProjectionDefinition<?> projection : projections.values()) {
            events.addAll(projection.evolvedEvents());
        }
        for (SubscriberDefinition<?> subscriber : subscribers.values()) {
            events.addAll(subscriber.evolvedEvents());
        }
        Map<Class<?>, Evolution> evolutions = new HashMap<>();
        for (EventType<?> event : events) {
            evolutions.put(event.type(), event.evolution());
        }
        return Map.copyOf(evolutions);
    }

    /**
     * The process managers.
     *
     * @return ordered by stored name
     */
    public Collection<ProcessManagerDefinition<?>> processManagers() {
        return new ArrayList<>(processManagers.values());
    }

    /**
     * The projections.
     *
     * @return ordered by stored name
     */
    public Collection<ProjectionDefinition<?>> projections() {
        return new ArrayList<>(projections.values());
    }

    /**
     * The subscribers.
     *
     * @return ordered by stored name
     */
    public Collection<SubscriberDefinition<?>> subscribers() {
        return new ArrayList<>(subscribers.values());
    }

    /**
     * The process managers and subscribers: those whose moves and failures are in the log.
     *
     * @return their stored names, sorted
     */
    public Set<String> movedInLog() {
        Set<String> names = new TreeSet<>(processManagers.keySet());
        names.addAll(subscribers.keySet());
        return names;
    }

    /**
     * What was generated to read and write payloads and state.
     *
     * @return the codecs of all definitions; one that several name may be there as often
     */
    public List<PayloadCodec> codecs() {
        List<PayloadCodec> codecs = new ArrayList<>();
        for (AggregateModel<?> model : aggregates.values()) {
            codecs.addAll(model.definition().codecs());
        }
        for (ProcessManagerDefinition<?> processManager : processManagers.values()) {
            codecs.addAll(processManager.codecs());
        }
        for (ProjectionDefinition<?> projection : projections.values()) {
            codecs.addAll(projection.codecs());
        }
        for (SubscriberDefinition<?> subscriber : subscribers.values()) {
            codecs.addAll(subscriber.codecs());
        }
        return codecs;
    }

    /** The names of one name space, each taken once, case ignored: stores on some disks cannot tell them apart. */
    private static final class Names {
        private final Map<String, Class<?>> taken = new HashMap<>();

        void take(String kind, String name, Class<?> type) {
            Class<?> other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), type);
            if (other != null) {
                throw new EsException("two of one name, case ignored: " + kind + "=" + name + ", classes="
                        + other.getName() + " and " + type.getName() + "; give one of them another name");
            }
        }
    }
}
