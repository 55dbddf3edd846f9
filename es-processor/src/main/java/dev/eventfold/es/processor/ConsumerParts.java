package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the definitions of process managers, projections and subscribers have in common. */
final class ConsumerParts {
    static final ParameterSpec EVENT =
            ParameterSpec.builder(TypeNames.RECORDED_EVENT, "event").build();

    private ConsumerParts() {}

    /**
     * What it subscribes to.
     *
     * @param consumer subscribes
     * @param more what is said of a reaction besides
     */
    static List<CodeBlock> subscriptions(EventConsumer<?> consumer, Function<Reaction, CodeBlock> more) {
        SortedMap<Target, CodeBlock> subscriptions = new TreeMap<>(Target.ORDER);
        for (Reaction reaction : consumer.reactions()) {
            String aggregate = reaction.target().aggregate();
            for (String event : reaction.target().names()) {
                subscriptions.put(
                        Target.ofRaw(aggregate, event),
                        CodeBlock.of(
                                "new $T($L, $L, $L, $L$L)",
                                TypeNames.SUBSCRIPTION,
                                name(aggregate),
                                name(event),
                                reaction.starts(),
                                reaction.ends(),
                                more.apply(reaction)));
            }
        }
        return List.copyOf(subscriptions.values());
    }

    /** What it subscribes to, where nothing starts, ends or says what it sends. */
    static void addSubscriptions(TypeSpec.Builder type, EventConsumer<?> consumer) {
        type.addMethod(DefinitionParts.list(
                "subscriptions",
                TypeNames.SUBSCRIPTION,
                subscriptions(consumer, reaction -> CodeBlock.builder().build())));
    }

    private static CodeBlock name(String name) {
        return name.equals(Api.ANY) ? CodeBlock.of("$T.ANY", TypeNames.SUBSCRIPTION) : CodeBlock.of("$S", name);
    }

    static void addEvolvedEvents(TypeSpec.Builder type, Stream<Case> calls) {
        SortedMap<Target, Payload> evolved = new TreeMap<>(Target.ORDER);
        calls.map(Case::target)
                .forEach(target -> target.payload()
                        .filter(payload -> payload.evolution().version() > 1)
                        .ifPresent(payload -> evolved.put(target, payload)));
        if (!evolved.isEmpty()) {
            type.addMethod(DefinitionParts.list(
                    "evolvedEvents",
                    TypeNames.ofAnything(TypeNames.EVENT_TYPE),
                    evolved.values().stream()
                            .map(payload -> EvolutionCode.payloadType(TypeNames.EVENT_TYPE, payload))
                            .toList()));
        }
    }

    static void addKeys(TypeSpec.Builder type, EventConsumer<?> consumer) {
        Signature keys = Signature.of("keys", TypeNames.listOf(TypeNames.STRING), EVENT);
        Set<CodeBlock> distinct = consumer.reactions().stream().map(KeyCode::of).collect(Collectors.toSet());
        if (distinct.size() == 1
                && KeyCode.isOfAnyEvent(consumer.reactions().get(0).key())) {
            type.addMethod(keys.override()
                    .addStatement("return $L", distinct.iterator().next())
                    .build());
            return;
        }
        EventDispatch dispatch = EventDispatch.ofEvents(keys, "keysOf", Arm.unknown("event"), several(consumer));
        consumer.reactions().forEach(reaction -> dispatch.add(reaction.target(), Arm.value(KeyCode.of(reaction))));
        dispatch.methods().forEach(type::addMethod);
    }

    static boolean several(EventConsumer<?> consumer) {
        return consumer.reactions().stream()
                        .map(reaction -> reaction.target().aggregate())
                        .distinct()
                        .count()
                > 1;
    }

    static Set<String> lint(EventConsumer<?> consumer) {
        Set<String> lint = DefinitionParts.lint(consumer, consumer.cases());
        consumer.reactions().forEach(reaction -> lint.addAll(reaction.key().lint()));
        return lint;
    }
}
