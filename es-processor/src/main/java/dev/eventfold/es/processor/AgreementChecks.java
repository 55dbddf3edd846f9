package dev.eventfold.es.processor;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@code @Reacts}, {@code @Projects} and {@code @Receives} say of names agrees with the parameter, and names what is in sight. */
final class AgreementChecks {
    private final ModuleContents contents;
    private final Diagnostics diagnostics;

    private AgreementChecks(ModuleContents contents, Diagnostics diagnostics) {
        this.contents = contents;
        this.diagnostics = diagnostics;
    }

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        AgreementChecks checks = new AgreementChecks(contents, diagnostics);
        for (EventConsumer<?> consumer : contents.consumers()) {
            consumer.stated().forEach(stated -> checks.check(stated, consumer.kind()));
            checks.checkFormerNames(contents.eventNames().all(consumer));
        }
    }

    /** Where nothing else is wrong: an event that is marked no longer is told of where it is used. */
    static void checkRaw(ModuleContents contents, Diagnostics diagnostics) {
        AgreementChecks checks = new AgreementChecks(contents, diagnostics);
        contents.consumers().forEach(consumer -> consumer.reactions().forEach(checks::checkRaw));
    }

    private void check(StatedNames stated, ConsumerKind kind) {
        PayloadType parameter = stated.parameter();
        boolean agrees = stated.aggregate().isEmpty() || stated.aggregate().equals(parameter.aggregate());
        if (agrees && !stated.event().isEmpty()) {
            checkEvent(stated, parameter, kind);
        }
    }

    private void checkEvent(StatedNames stated, PayloadType parameter, ConsumerKind kind) {
        SourceSpot spot = stated.spot().value("event");
        if (parameter instanceof Family) {
            diagnostics.report(
                    spot,
                    Problem.EVENT_OF_FAMILY,
                    stated.method(),
                    parameter.type().nestedName(),
                    kind.verb());
            return;
        }
        String name = ((Payload) parameter).name();
        if (Target.of((Payload) parameter).names().contains(stated.event())) {
            return;
        }
        boolean isAnother = events(parameter.aggregate()).contains(stated.event());
        boolean isNear = Suggestions.nearest(stated.event(), Set.of(name)).isPresent();
        if (!isAnother && (isNear || contents.hasAggregate(parameter.aggregate()))) {
            diagnostics.report(
                    spot,
                    Problem.UNKNOWN_EVENT,
                    stated.event(),
                    parameter.aggregate(),
                    Suggestions.nearest(stated.event(), Set.of(name))
                            .map(right -> " Did you mean \"" + right + "\"?")
                            .orElse(" The parameter is \"" + name + "\"."));
        } else {
            diagnostics.report(
                    spot,
                    Problem.EVENT_CONTRADICTION,
                    stated.method(),
                    parameter.type().nestedName(),
                    name,
                    stated.event());
        }
    }

    private void checkRaw(Reaction reaction) {
        Target target = reaction.target();
        if (target.payload().isEmpty() && !target.name().equals(Api.ANY) && contents.hasAggregate(target.aggregate())) {
            Set<String> known = events(target.aggregate());
            if (!known.contains(target.name())) {
                diagnostics.report(
                        reaction.call().method().spot().value("event"),
                        Problem.UNKNOWN_EVENT,
                        target.name(),
                        target.aggregate(),
                        Suggestions.of(target.name(), known));
            }
        }
    }

    /** Two raw reactions may name one event by two of its names. One that takes two events of one name is not to blame. */
    private void checkFormerNames(EventConsumer<?> consumer) {
        Map<Target, Reaction> taken = new TreeMap<>(Target.ORDER);
        for (Reaction reaction : consumer.reactions()) {
            for (String name : reaction.target().names()) {
                Reaction first =
                        taken.putIfAbsent(Target.ofRaw(reaction.target().aggregate(), name), reaction);
                SourceSpot spot = reaction.call().method().spot();
                if (first != null && !first.call().method().spot().equals(spot)) {
                    diagnostics.reportOnce(
                            spot,
                            Problem.DUPLICATE_REACTION,
                            Target.ofRaw(reaction.target().aggregate(), name).described(),
                            consumer.kind().participle(),
                            first.call().method().described(),
                            consumer.kind().word());
                }
            }
        }
    }

    /** The stored names of the events of an aggregate that are in sight. */
    private Set<String> events(String aggregate) {
        Set<String> names = new TreeSet<>();
        contents.events().stream()
                .filter(event -> event.aggregate().equals(aggregate))
                .flatMap(event -> event.members().stream())
                .forEach(event -> names.addAll(Target.of(event).names()));
        contents.aggregates().stream()
                .filter(found -> found.name().equals(aggregate))
                .flatMap(found -> found.appliers().stream())
                .forEach(applier -> names.addAll(applier.target().names()));
        return names;
    }
}
