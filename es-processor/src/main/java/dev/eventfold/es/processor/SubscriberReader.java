package dev.eventfold.es.processor;

import javax.lang.model.element.TypeElement;

/** Reads a subscriber. */
final class SubscriberReader {
    private static final String UNSTATED = "UNSTATED";

    private final JavaTypes types;
    private final DeclarationReader declarations;
    private final ReactionReader reactions;
    private final ClassChecks classes;
    private final ConsumerChecks checks;
    private final Diagnostics diagnostics;

    SubscriberReader(Readers shared, KeyReader keys) {
        this.types = shared.types();
        this.declarations = shared.declarations();
        this.reactions = new ReactionReader(shared, keys, ConsumerKind.SUBSCRIBER, EffectReader.ofSubscribers(shared));
        this.classes = new ClassChecks(shared.types(), shared.diagnostics());
        this.checks = new ConsumerChecks(shared.diagnostics());
        this.diagnostics = shared.diagnostics();
    }

    Subscriber read(TypeElement type) {
        int errors = diagnostics.errors();
        SourceSpot spot = SourceSpot.of(types.ref(type)).annotation(Api.SUBSCRIBER);
        Annotations values = Annotations.find(type, Api.SUBSCRIBER).orElseThrow();
        String name = values.requiredText("value");
        String startFrom = values.requiredConstant("startFrom");
        StoredNames.check(name, spot.value("value"), diagnostics);
        if (startFrom.equals(UNSTATED)) {
            diagnostics.report(spot.value("startFrom"), Problem.UNSTATED_START, type.getSimpleName());
        }
        classes.acceptsGiven(type, spot);
        ReactionReader.Read read = reactions.read(type, "");
        checks.checkAny(read, type, ConsumerKind.SUBSCRIBER, spot);
        Subscriber subscriber =
                new Subscriber(declarations.read(type), name, startFrom, read.reactions(), read.stated(), true);
        checks.check(subscriber);
        return subscriber.sound(diagnostics.errors() == errors && ConsumerChecks.namesSoundTypes(subscriber));
    }
}
