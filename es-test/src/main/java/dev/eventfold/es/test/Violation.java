package dev.eventfold.es.test;

/**
 * That something does not hold which must.
 *
 * @param invariant its name
 * @param cause what says so
 */
record Violation(String invariant, Throwable cause) {
    /** What must hold always, without anybody saying so. */
    static final String NOTHING_BREAKS = "nothing breaks";
}
