package dev.eventfold.es.processor;

import javax.lang.model.element.TypeElement;

/** What a class must be whose fields are state that is stored and read back. */
final class StateChecks {
    private final PartChecks parts;
    private final MapKeyChecks mapKeys;

    StateChecks(Readers shared) {
        this.parts = new PartChecks(shared.types(), shared.declarations(), shared.diagnostics());
        this.mapKeys = new MapKeyChecks(shared.types(), shared.forms(), shared.declarations(), shared.diagnostics());
    }

    void check(TypeElement type) {
        parts.check(type);
        mapKeys.check(type);
    }
}
