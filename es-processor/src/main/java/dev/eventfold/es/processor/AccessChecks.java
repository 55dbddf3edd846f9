package dev.eventfold.es.processor;

import java.util.List;
import java.util.stream.Stream;

/** Whether a definition, which stands beside its class, can name what its methods take. */
final class AccessChecks {
    private AccessChecks() {}

    static void check(Aggregate aggregate, Diagnostics diagnostics) {
        Stream.of(aggregate.handlers(), aggregate.appliers())
                .flatMap(List::stream)
                .forEach(call -> check(call, aggregate.type().packageName(), diagnostics));
    }

    static void check(EventConsumer<?> consumer, Diagnostics diagnostics) {
        String packageName = consumer.type().packageName();
        consumer.cases().forEach(call -> check(call, packageName, diagnostics));
        for (Reaction reaction : consumer.reactions()) {
            if (reaction.key() instanceof Key.Component component
                    && !component.form().reaches(packageName)) {
                diagnostics.reportOnce(
                        reaction.keySpot(),
                        Problem.NOT_ACCESSIBLE,
                        component.form().typeName(),
                        packageName);
            }
        }
    }

    private static void check(Case call, String packageName, Diagnostics diagnostics) {
        call.target()
                .payload()
                .filter(payload -> payload.sound() && !payload.reaches(packageName))
                .ifPresent(payload -> diagnostics.reportOnce(
                        payload.compiledHere() ? payload.spot() : call.method().spot(),
                        Problem.NOT_ACCESSIBLE,
                        payload.type().nestedName(),
                        packageName));
        call.target().payload().ifPresent(payload -> checkUpcasters(call, payload, packageName, diagnostics));
    }

    private static void checkUpcasters(Case call, Payload payload, String packageName, Diagnostics diagnostics) {
        payload.evolution().upcasters().stream()
                .filter(upcaster -> payload.reaches(packageName) && !upcaster.reaches(packageName))
                .findFirst()
                .ifPresent(upcaster -> diagnostics.reportOnce(
                        payload.compiledHere() ? upcaster.spot() : call.method().spot(),
                        Problem.NOT_ACCESSIBLE,
                        upcaster.method() + "() of " + payload.type().nestedName() + ", or what it takes,",
                        packageName));
    }
}
