package dev.eventfold.es.runtime;

/**
 * When the states of aggregates are kept beside the log, so that a long history need not be folded from its first event. Only ever a cache: a
 * snapshot that is missing, damaged, of other code or of another log is passed over, and the events are folded.
 *
 * @param events a state is kept when at least so many events have come since it was kept last, and a load folds about so many; 0 for never
 */
public record Snapshots(int events) {
    private static final Snapshots NONE = new Snapshots(0);

    /** Checks the number. */
    public Snapshots {
        if (events < 0) {
            throw new IllegalArgumentException("no such number of events between snapshots: events=" + events);
        }
    }

    /**
     * Keeps a state each time that an instance has got so many events more. Later, when the state is so large that it would outgrow the events.
     *
     * @param events how many, at least 1; a thousand are folded in about a millisecond
     * @return the policy
     */
    public static Snapshots every(int events) {
        if (events < 1) {
            throw new IllegalArgumentException("no such number of events between snapshots: events=" + events);
        }
        return new Snapshots(events);
    }

    /**
     * Keeps none, and reads none.
     *
     * @return the policy
     */
    public static Snapshots none() {
        return NONE;
    }
}
