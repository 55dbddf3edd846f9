package dev.eventfold.es.processor;

import javax.lang.model.element.ExecutableElement;

/** Reads what the methods of a process manager ask for: the shape of their results, and what these may hold. */
final class EffectReader {
    private final JavaTypes types;
    private final ResultReader results;
    private final SendsReader sends;
    private final Diagnostics diagnostics;

    EffectReader(Readers shared) {
        this.types = shared.types();
        this.results = new ResultReader(shared.types());
        this.sends = new SendsReader(shared);
        this.diagnostics = shared.diagnostics();
    }

    /**
     * What a method asks for.
     *
     * @param shape how many effects
     * @param mayEnd whether the end may be one of them
     * @param accepted whether they are effects
     */
    record Effects(ResultShape shape, boolean mayEnd, boolean accepted) {}

    Effects read(ExecutableElement method) {
        ResultReader.Result result = results.read(method.getReturnType());
        boolean any = result.element()
                .filter(element -> types.names(element, Api.EFFECT))
                .isPresent();
        boolean accepted = any
                || result.shape() == ResultShape.NOTHING
                || result.element()
                        .filter(element ->
                                types.names(element, Api.COMMAND_ENVELOPE) || types.names(element, Api.TIMEOUT))
                        .isPresent();
        return new Effects(result.shape(), any, accepted);
    }

    /** Says when a method asks for something else. */
    void check(ExecutableElement method, SourceSpot spot, Effects effects) {
        if (!effects.accepted()) {
            diagnostics.report(
                    spot,
                    Problem.WRONG_RESULT,
                    method.getSimpleName(),
                    types.text(method.getReturnType()),
                    "returns void, T, Optional<T>, List<T> or Stream<T>, where T is CommandEnvelope, Timeout or Effect");
        }
    }

    Sends sends(ExecutableElement method, Annotations values, SourceSpot spot) {
        return sends.read(method, values, spot);
    }
}
