package dev.eventfold.es.processor;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What a class must be whose fields are state that is stored and read back. */
final class StateChecks {
    private final JavaTypes types;
    private final MapKeyChecks mapKeys;
    private final Diagnostics diagnostics;

    StateChecks(Readers shared) {
        this.types = shared.types();
        this.mapKeys = new MapKeyChecks(shared.types(), shared.forms(), shared.declarations(), shared.diagnostics());
        this.diagnostics = shared.diagnostics();
    }

    void check(TypeElement type) {
        if (type.getKind() == ElementKind.CLASS) {
            PayloadChecks.finalField(type)
                    .ifPresent(field -> diagnostics.report(
                            SourceSpot.of(types.ref(type))
                                    .member(field.getSimpleName().toString()),
                            Problem.FINAL_STATE,
                            field.getSimpleName(),
                            type.getSimpleName()));
        }
        mapKeys.check(type);
    }
}
