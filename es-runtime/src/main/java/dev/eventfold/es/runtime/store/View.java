package dev.eventfold.es.runtime.store;

/** How far a read sees. */
public enum View {
    /** What is fsynced: all that anybody outside the engine ever sees (R4). */
    DURABLE,
    /** What is in the log, in order, though its fsync may not have returned: what further decisions are made on. */
    DECIDED
}
