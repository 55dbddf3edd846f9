package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads the methods that events are passed to, of one kind of consumer. */
final class ReactionReader {
    private final JavaTypes types;
    private final MethodReader methods;
    private final KeyReader keys;
    private final ResultRules results;
    private final TargetReader targets;
    private final ConsumerKind kind;
    private final Diagnostics diagnostics;

    ReactionReader(Readers shared, KeyReader keys, ConsumerKind kind, ResultRules results) {
        this.types = shared.types();
        this.methods = shared.methods();
        this.keys = keys;
        this.kind = kind;
        this.results = results;
        this.targets = new TargetReader(shared);
        this.diagnostics = shared.diagnostics();
    }

    /**
     * What was read.
     *
     * @param reactions one for each event, ordered by stored names
     * @param stated what annotations say beside typed parameters
     * @param any whether the class has any such method, good or bad
     */
    record Read(List<Reaction> reactions, List<StatedNames> stated, boolean any) {}

    Read read(TypeElement type, String defaultKey) {
        List<WrittenReaction> written = JavaTypes.methods(type).stream()
                .flatMap(method -> written(type, method).stream())
                .toList();
        Claims<Reacting> claims = new Claims<>();
        List<StatedNames> stated = new ArrayList<>();
        written.forEach(reaction -> read(reaction, claims, stated));
        List<Reaction> reactions = claims
                .settle((second, first) -> diagnostics.report(
                        second.claimant().read().spot(),
                        Problem.DUPLICATE_REACTION,
                        second.target().described(),
                        kind.participle(),
                        first.claimant().read().described(),
                        kind.word()))
                .stream()
                .map(settled -> reaction(settled.target(), settled.claimant(), defaultKey))
                .toList();
        return new Read(reactions, stated, !written.isEmpty());
    }

    private List<WrittenReaction> written(TypeElement type, ExecutableElement method) {
        List<Annotations> annotations = Annotations.all(method, kind.methodAnnotation());
        SourceSpot spot = SourceSpot.of(types.ref(type)).member(types.signature(method));
        List<WrittenReaction> written = new ArrayList<>();
        for (int index = 0; index < annotations.size(); index++) {
            written.add(new WrittenReaction(
                    method, annotations.get(index), spot.annotation(kind.methodAnnotation(), index), index > 0));
        }
        return written;
    }

    private void read(WrittenReaction written, Claims<Reacting> claims, List<StatedNames> stated) {
        ResultRules.Outcome asked = results.read(written.method());
        boolean raw = methods.parameter(written.method())
                .filter(type -> types.names(type, Api.RECORDED_EVENT))
                .isPresent();
        UserMethod method = methods.read(written.method(), asked.shape(), written.spot());
        Optional<PayloadType> event = raw ? Optional.empty() : methods.payload(Kind.EVENT, written.method());
        if (methods.accepts(written.method(), written.spot(), kind.parameters())) {
            claims.add(
                    new Reacting(written, method, raw, asked.mayEnd()),
                    raw ? targets.ofRaw(written) : targets.ofTyped(written, event),
                    event.filter(Family.class::isInstance).isPresent());
            results.check(written.method(), written.spot(), asked);
        }
        event.filter(parameter -> !written.repeated())
                .ifPresent(parameter -> stated.add(new StatedNames(
                        written.spot(),
                        written.methodName(),
                        written.values().text("aggregate"),
                        written.values().text("event"),
                        parameter)));
    }

    private Reaction reaction(Target target, Reacting reacting, String defaultKey) {
        WrittenReaction written = reacting.written();
        String own = written.values().text("key");
        SourceSpot keySpot = own.isEmpty()
                ? SourceSpot.of(types.ref(JavaTypes.owner(written.method())))
                        .annotation(kind.annotation())
                        .value("key")
                : written.spot().value("key");
        Key key = keys.read(own.isEmpty() ? defaultKey : own, target.payload(), reacting.raw(), keySpot);
        return new Reaction(
                methods.call(written.method(), reacting.read(), target, kind.parameters()),
                key,
                keySpot,
                written.values().flag("starts"),
                written.values().flag("ends"),
                reacting.mayEnd(),
                results.sends(written.method(), written.values(), written.spot()));
    }

    private record Reacting(WrittenReaction written, UserMethod read, boolean raw, boolean mayEnd) {}
}
