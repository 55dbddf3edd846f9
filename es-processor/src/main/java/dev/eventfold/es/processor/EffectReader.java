package dev.eventfold.es.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Reads what methods ask for: the shape of their results, and what these may hold. */
final class EffectReader implements ResultRules {
    private final JavaTypes types;
    private final ResultReader results;
    private final SendsReader sends;
    private final List<String> elements;
    private final Diagnostics diagnostics;

    private EffectReader(Readers shared, List<String> elements) {
        this.types = shared.types();
        this.results = new ResultReader(shared.types());
        this.sends = new SendsReader(shared);
        this.elements = elements;
        this.diagnostics = shared.diagnostics();
    }

    /** Of a process manager, on whichever occasion. */
    static EffectReader ofReactions(Readers shared) {
        return new EffectReader(shared, List.of(Api.COMMAND_ENVELOPE, Api.TIMEOUT, Api.EFFECT));
    }

    /** Of a subscriber, which has nothing to end and no time of its own. */
    static EffectReader ofSubscribers(Readers shared) {
        return new EffectReader(shared, List.of(Api.COMMAND_ENVELOPE));
    }

    @Override
    public Outcome read(ExecutableElement method) {
        ResultReader.Result result = results.read(method.getReturnType());
        boolean accepted = result.shape() == ResultShape.NOTHING
                || result.element().filter(this::isEffect).isPresent();
        boolean any = result.element()
                .filter(element -> types.names(element, Api.EFFECT))
                .isPresent();
        return new Outcome(result.shape(), any, accepted);
    }

    private boolean isEffect(TypeMirror element) {
        return elements.stream().anyMatch(name -> types.names(element, name));
    }

    @Override
    public void check(ExecutableElement method, SourceSpot spot, Outcome outcome) {
        if (!outcome.accepted()) {
            diagnostics.report(
                    spot,
                    Problem.WRONG_RESULT,
                    method.getSimpleName(),
                    types.text(method.getReturnType()),
                    "returns void, T, Optional<T>, List<T> or Stream<T>, where T is " + named());
        }
    }

    private String named() {
        int last = elements.size() - 1;
        String others = elements.stream().limit(last).map(Api::simpleName).collect(Collectors.joining(", "));
        return (others.isEmpty() ? "" : others + " or ") + Api.simpleName(elements.get(last));
    }

    @Override
    public Sends sends(ExecutableElement method, Annotations values, SourceSpot spot) {
        return sends.read(method, values, spot);
    }
}
