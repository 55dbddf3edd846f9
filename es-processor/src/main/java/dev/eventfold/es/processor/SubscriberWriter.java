package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/** Writes the definition of a subscriber. */
final class SubscriberWriter {
    private static final String SUBSCRIBER = "subscriber";

    private SubscriberWriter() {}

    static GeneratedClass write(Subscriber subscriber, List<ClassRef> codecs) {
        ClassName given = TypeNames.of(subscriber.type());
        TypeSpec.Builder type = DefinitionParts.begin(
                subscriber.type(),
                TypeNames.SUBSCRIBER_DEFINITION,
                CodeBlock.of(
                        "What {@link $T} receives and how, as the run time calls it. Generated from it; do not edit.\n",
                        given));
        type.addMethod(DefinitionParts.constant("name", TypeNames.STRING, "$S", subscriber.name()));
        type.addMethod(DefinitionParts.type(given));
        type.addMethod(DefinitionParts.constant(
                "startFrom", TypeNames.START_FROM, "$T.$L", TypeNames.START_FROM, subscriber.startFrom()));
        ConsumerParts.addEvolvedEvents(type, subscriber.cases());
        ConsumerParts.addSubscriptions(type, subscriber);
        DefinitionParts.addCodecs(type, codecs);
        addReceive(type, subscriber, given);
        return GeneratedClass.beside(
                subscriber.type(),
                type,
                DefinitionParts.sources(subscriber, subscriber.cases()),
                ConsumerParts.lint(subscriber));
    }

    private static void addReceive(TypeSpec.Builder type, Subscriber subscriber, ClassName given) {
        boolean checked = subscriber.cases().anyMatch(call -> call.method().checked());
        Signature receive = Signature.of(
                        "receive",
                        TypeNames.listOf(TypeNames.EFFECT),
                        ParameterSpec.builder(given, SUBSCRIBER).build(),
                        ConsumerParts.EVENT)
                .throwing(checked);
        EventDispatch dispatch =
                EventDispatch.ofEvents(receive, "receiveFrom", Arm.unknown("event"), ConsumerParts.several(subscriber));
        subscriber
                .reactions()
                .forEach(reaction ->
                        dispatch.add(reaction.target(), CallCode.results(reaction.call(), Kind.EVENT, SUBSCRIBER)));
        dispatch.methods().forEach(type::addMethod);
    }
}
