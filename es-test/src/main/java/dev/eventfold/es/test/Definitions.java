package dev.eventfold.es.test;

import dev.eventfold.es.runtime.engine.FixtureStore;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.SubscriberDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks up what the annotation processor made of the classes under test. */
final class Definitions {
    private Definitions() {}

    static List<AggregateDefinition<?>> aggregates() {
        return FixtureStore.modules().stream()
                .<AggregateDefinition<?>>flatMap(module -> module.aggregates().stream())
                .toList();
    }

    @SuppressWarnings("unchecked") // it is the definition of that class
    static <A> AggregateDefinition<A> aggregate(Class<A> type) {
        return (AggregateDefinition<A>)
                find("aggregate", "@Aggregate", type, GeneratedModule::aggregates, AggregateDefinition::type);
    }

    @SuppressWarnings("unchecked") // it is the definition of that class
    static <P> ProcessManagerDefinition<P> processManager(Class<P> type) {
        return (ProcessManagerDefinition<P>) find(
                "process manager",
                "@ProcessManager",
                type,
                GeneratedModule::processManagers,
                ProcessManagerDefinition::type);
    }

    @SuppressWarnings("unchecked") // it is the definition of that class
    static <P> ProjectionDefinition<P> projection(Class<P> type) {
        return (ProjectionDefinition<P>)
                find("projection", "@Projection", type, GeneratedModule::projections, ProjectionDefinition::type);
    }

    @SuppressWarnings("unchecked") // it is the definition of that class
    static <S> SubscriberDefinition<S> subscriber(Class<S> type) {
        return (SubscriberDefinition<S>)
                find("subscriber", "@Subscriber", type, GeneratedModule::subscribers, SubscriberDefinition::type);
    }

    /** An event as its aggregate knows it, or, where that is not in sight, as the only reaction to an event of that class name does. */
    static EventType<?> event(ProcessManagerDefinition<?> processManager, Object event) {
        return event(processManager.subscriptions(), event);
    }

    /** The same, of anybody who subscribes to events. */
    static EventType<?> event(List<Subscription> subscriptions, Object event) {
        return aggregates().stream()
                .<EventType<?>>flatMap(aggregate -> aggregate.events().stream())
                .filter(type -> type.type() == event.getClass())
                .findFirst()
                .orElseGet(() -> eventOfName(subscriptions, event));
    }

    private static EventType<?> eventOfName(List<Subscription> subscriptions, Object event) {
        Class<?> type = event.getClass();
        List<Subscription> named = subscriptions.stream()
                .filter(one -> one.event().equals(type.getSimpleName()))
                .toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException("it cannot be told what this event is: class=" + type.getName()
                    + ", reactions to its name=" + named.size()
                    + "; put the module with its aggregate on the class path of the tests");
        }
        return new EventType<>(named.get(0).aggregate(), named.get(0).event(), type);
    }

    /** The whole program, of process managers only those of some classes; all when none is named. */
    static GeneratedModule program(List<Class<?>> processManagers) {
        List<GeneratedModule> modules = FixtureStore.modules();
        return new Whole(
                aggregates(),
                processManagers.isEmpty()
                        ? all(modules, GeneratedModule::processManagers)
                        : processManagers.stream()
                                .<ProcessManagerDefinition<?>>map(Definitions::processManager)
                                .toList(),
                all(modules, GeneratedModule::projections),
                all(modules, GeneratedModule::subscribers));
    }

    private static <D> List<D> all(List<GeneratedModule> modules, Function<GeneratedModule, List<D>> definitions) {
        return modules.stream()
                .flatMap(module -> definitions.apply(module).stream())
                .toList();
    }

    private record Whole(
            List<AggregateDefinition<?>> aggregates,
            List<ProcessManagerDefinition<?>> processManagers,
            List<ProjectionDefinition<?>> projections,
            List<SubscriberDefinition<?>> subscribers)
            implements GeneratedModule {}

    private static <D> D find(
            String kind,
            String annotation,
            Class<?> type,
            Function<GeneratedModule, List<D>> definitions,
            Function<D, Class<?>> typeOf) {
        List<D> known = FixtureStore.modules().stream()
                .flatMap(module -> definitions.apply(module).stream())
                .toList();
        return known.stream()
                .filter(definition -> typeOf.apply(definition) == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the class is no " + kind + ": class=" + type.getName()
                        + ", known=" + names(known.stream().map(typeOf)) + "; is it annotated with " + annotation
                        + ", and was it compiled with the annotation processor?"));
    }

    static EventType<?> event(AggregateDefinition<?> aggregate, Object event) {
        return aggregate.events().stream()
                .filter(type -> type.type() == event.getClass())
                .findFirst()
                .orElseThrow(() -> unknown(aggregate, "event", event, aggregate.events(), EventType::type));
    }

    static CommandType<?> command(AggregateDefinition<?> aggregate, Object command) {
        return aggregate.commands().stream()
                .filter(type -> type.type() == command.getClass())
                .findFirst()
                .orElseThrow(() -> unknown(aggregate, "command", command, aggregate.commands(), CommandType::type));
    }

    private static <T> IllegalArgumentException unknown(
            AggregateDefinition<?> aggregate, String kind, Object object, List<T> known, Function<T, Class<?>> typeOf) {
        return new IllegalArgumentException("the aggregate has no such " + kind + ": aggregate=" + aggregate.name()
                + ", class=" + object.getClass().getName() + ", known="
                + names(known.stream().map(typeOf)));
    }

    private static List<String> names(Stream<? extends Class<?>> types) {
        return types.map(Class::getSimpleName).sorted().toList();
    }
}
