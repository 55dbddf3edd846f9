package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the reactions of a process manager. */
final class ReactionReader {
    private final JavaTypes types;
    private final MethodReader methods;
    private final KeyReader keys;
    private final ResultReader results;
    private final TargetReader targets;
    private final Diagnostics diagnostics;

    ReactionReader(Readers shared, KeyReader keys) {
        this.types = shared.types();
        this.methods = shared.methods();
        this.keys = keys;
        this.results = new ResultReader(shared.types());
        this.targets = new TargetReader(shared.types(), shared.methods(), shared.diagnostics());
        this.diagnostics = shared.diagnostics();
    }

    /** One for each event, in no order. */
    List<Reaction> read(TypeElement type, String defaultKey) {
        Claims<Reacting> claims = new Claims<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            List<Annotations> written = Annotations.reactions(method);
            for (int index = 0; index < written.size(); index++) {
                SourceSpot spot = SourceSpot.of(types.ref(type))
                        .member(types.signature(method))
                        .annotation(Api.REACTS, index);
                read(new Written(method, written.get(index), spot, written.size() > 1), claims);
            }
        }
        return claims
                .settle((second, first) -> diagnostics.report(
                        second.claimant().read().spot(),
                        Problem.DUPLICATE_REACTION,
                        second.target().aggregate() + "/" + second.target().name(),
                        first.claimant().read().name()))
                .stream()
                .map(settled -> reaction(settled.target(), settled.claimant(), defaultKey))
                .toList();
    }

    /**
     * One annotation of one method.
     *
     * @param method the method
     * @param values the annotation
     * @param spot its place
     * @param repeated whether the method has others
     */
    record Written(ExecutableElement method, Annotations values, SourceSpot spot, boolean repeated) {
        String methodName() {
            return method.getSimpleName() + "()";
        }
    }

    private void read(Written written, Claims<Reacting> claims) {
        ResultReader.Result result = results.read(written.method().getReturnType());
        boolean mayEnd = result.element()
                .filter(element -> types.names(element, Api.EFFECT))
                .isPresent();
        boolean raw = methods.parameter(written.method())
                .filter(type -> types.names(type, Api.RECORDED_EVENT))
                .isPresent();
        UserMethod method = methods.read(written.method(), result.shape(), written.spot());
        Reacting reacting = new Reacting(written, method, raw, mayEnd);
        Optional<PayloadType> event = raw ? Optional.empty() : methods.payload(Kind.EVENT, written.method());
        boolean callable = methods.accepts(written.method(), written.spot(), Kind.EVENT);
        List<Target> read = raw ? targets.ofRaw(written, callable) : targets.ofTyped(written, event, callable);
        claims.add(reacting, read, event.filter(Family.class::isInstance).isPresent());
        if (callable) {
            checkResult(written, result);
        }
    }

    private void checkResult(Written written, ResultReader.Result result) {
        boolean right = result.shape() == ResultShape.NOTHING
                || result.element()
                        .filter(element ->
                                types.names(element, Api.COMMAND_ENVELOPE) || types.names(element, Api.EFFECT))
                        .isPresent();
        if (!right) {
            TypeMirror returned = written.method().getReturnType();
            diagnostics.report(
                    written.spot(),
                    Problem.WRONG_RESULT,
                    written.method().getSimpleName(),
                    types.text(returned),
                    "returns void, T, Optional<T>, List<T> or Stream<T>, where T is CommandEnvelope or Effect");
        }
    }

    private Reaction reaction(Target target, Reacting reacting, String defaultKey) {
        Written written = reacting.written();
        String own = written.values().text("key");
        SourceSpot keySpot = own.isEmpty()
                ? SourceSpot.of(types.ref(JavaTypes.owner(written.method())))
                        .annotation(Api.PROCESS_MANAGER)
                        .value("key")
                : written.spot().value("key");
        Key key = keys.read(own.isEmpty() ? defaultKey : own, target.payload(), reacting.raw(), keySpot);
        return new Reaction(
                methods.call(written.method(), reacting.read(), target, Kind.EVENT),
                key,
                written.values().flag("starts"),
                written.values().flag("ends"),
                reacting.mayEnd());
    }

    private record Reacting(Written written, UserMethod read, boolean raw, boolean mayEnd) {}
}
