package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the reactions of a process manager to the rejections of its commands. */
final class AnswerReader {
    private final JavaTypes types;
    private final MethodReader methods;
    private final EffectReader effects;
    private final UnmarkedTypes unmarked;
    private final Diagnostics diagnostics;

    AnswerReader(Readers shared) {
        this.types = shared.types();
        this.methods = shared.methods();
        this.effects = EffectReader.ofReactions(shared);
        this.unmarked = shared.unmarked();
        this.diagnostics = shared.diagnostics();
    }

    /** One for each command, ordered by stored names. */
    List<Answer> read(TypeElement type) {
        Claims<Answering> claims = new Claims<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            Annotations.find(method, Api.ON_REJECTION).ifPresent(values -> read(type, method, values, claims));
        }
        return claims
                .settle((second, first) -> diagnostics.report(
                        second.claimant().read().spot(),
                        Problem.DUPLICATE_REJECTION,
                        second.target().aggregate(),
                        second.target().name(),
                        first.claimant().read().described()))
                .stream()
                .map(settled -> answer(settled.target(), settled.claimant()))
                .toList();
    }

    private void read(TypeElement type, ExecutableElement method, Annotations values, Claims<Answering> claims) {
        SourceSpot spot =
                SourceSpot.of(types.ref(type)).member(types.signature(method)).annotation(Api.ON_REJECTION);
        ResultRules.Outcome asked = effects.read(method);
        Optional<PayloadType> command = methods.payload(Kind.COMMAND, method);
        if (methods.accepts(method, spot, Parameters.REJECTION)) {
            UserMethod read = methods.read(method, method.getParameters().size() == 3, asked.shape(), spot);
            command.ifPresentOrElse(
                    payload -> claims.add(
                            new Answering(method, values, read, asked.mayEnd()),
                            payload.members().stream().map(Target::of).toList(),
                            payload instanceof Family),
                    () -> reportNoCommand(method, spot));
            effects.check(method, spot, asked);
        }
    }

    private void reportNoCommand(ExecutableElement method, SourceSpot spot) {
        TypeMirror parameter = methods.parameter(method).orElseThrow();
        diagnostics.report(
                spot,
                unmarked.cause(parameter, Kind.COMMAND, Optional.empty(), MethodReader.called(method)),
                Problem.WRONG_PARAMETER,
                method.getSimpleName(),
                types.text(parameter),
                "takes a class that is marked @CommandFor, optionally followed by Rejection, and then by EventContext");
    }

    private Answer answer(Target target, Answering answering) {
        ExecutableElement method = answering.method();
        return new Answer(
                methods.call(method, answering.read(), target, Parameters.REJECTION),
                method.getParameters().size() > 1,
                answering.values().flag("ends"),
                answering.mayEnd(),
                effects.sends(method, answering.values(), answering.read().spot()));
    }

    private record Answering(ExecutableElement method, Annotations values, UserMethod read, boolean mayEnd) {}
}
