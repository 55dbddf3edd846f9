package dev.eventfold.es.runtime.json;

/** What is read, which decides what may be missing and what may be there besides. */
enum Reading {
    COMMAND(false, false),
    EVENT(true, false),
    STATE(false, true);

    private final boolean ignoresUnknown;
    private final boolean keepsInitialValues;

    Reading(boolean ignoresUnknown, boolean keepsInitialValues) {
        this.ignoresUnknown = ignoresUnknown;
        this.keepsInitialValues = keepsInitialValues;
    }

    /** Whether members that the class does not have are passed over. */
    boolean ignoresUnknown() {
        return ignoresUnknown;
    }

    /** Whether missing fields of a class keep what its constructor gave them. */
    boolean keepsInitialValues() {
        return keepsInitialValues;
    }
}
