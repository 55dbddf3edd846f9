package dev.eventfold.es.runtime;

import dev.eventfold.es.Effect;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Process managers as another program has them: under another name, or with other code. */
final class Changed {
    private Changed() {}

    /** One that is called otherwise now. */
    static UnaryOperator<ProcessManagerDefinition<?>> named(String name, String... formerly) {
        return definition ->
                with(definition, Map.of("name", args -> name, "evolution", args -> Evolution.FIRST.formerly(formerly)));
    }

    /** One that folds otherwise. */
    static <P> UnaryOperator<ProcessManagerDefinition<?>> applying(
            Class<P> type, BiFunction<P, RecordedEvent, P> apply) {
        return definition ->
                with(definition, Map.of("apply", args -> apply.apply(type.cast(args[0]), (RecordedEvent) args[1])));
    }

    /** One that sends something else. */
    static UnaryOperator<ProcessManagerDefinition<?>> sending(
            BiFunction<RecordedEvent, List<Effect>, List<Effect>> change) {
        return definition -> with(
                definition, Map.of("react", args -> change.apply((RecordedEvent) args[1], react(definition, args))));
    }

    /** One that has lost a method with {@code @OnTimeout}. */
    static UnaryOperator<ProcessManagerDefinition<?>> withoutTimeout(String name) {
        return definition -> with(
                definition,
                Map.of(
                        "timeoutReactions",
                        args -> definition.timeoutReactions().stream()
                                .filter(reaction -> !reaction.name().equals(name))
                                .toList()));
    }

    @SuppressWarnings("unchecked")
    private static List<Effect> react(ProcessManagerDefinition<?> definition, Object[] args) {
        return ((ProcessManagerDefinition<Object>) definition).react(args[0], (RecordedEvent) args[1]);
    }

    private static ProcessManagerDefinition<?> with(
            ProcessManagerDefinition<?> definition, Map<String, Function<Object[], Object>> methods) {
        return (ProcessManagerDefinition<?>) Proxy.newProxyInstance(
                Changed.class.getClassLoader(),
                new Class<?>[] {ProcessManagerDefinition.class},
                (proxy, method, args) -> {
                    Function<Object[], Object> changed = methods.get(method.getName());
                    if (changed != null) {
                        return changed.apply(args);
                    }
                    try {
                        return method.invoke(definition, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
