package dev.eventfold.es.runtime.json;

/** Ends the reading or writing of a payload that has more to it than generated code knows. It never reaches users. */
final class NotCovered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotCovered() {
        super("not covered by generated code", null, false, false);
    }

    static NotCovered here() {
        return new NotCovered();
    }
}
