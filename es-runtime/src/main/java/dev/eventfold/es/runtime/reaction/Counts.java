package dev.eventfold.es.runtime.reaction;

/**
 * What a process manager did for some events.
 *
 * @param dispatched commands accepted that wrote events
 * @param unchanged commands accepted that wrote none
 * @param deadLettered commands and events that failed
 * @param rejected commands whose rejection is told to the instance that sent them
 * @param parked commands and events put behind a failure
 * @param ignored events for instances that do not live
 * @param timedOut timeouts that fired
 */
record Counts(
        long dispatched, long unchanged, long deadLettered, long rejected, long parked, long ignored, long timedOut) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    static final Counts DISPATCHED = new Counts(1, 0, 0, 0, 0, 0, 0);
    static final Counts UNCHANGED = new Counts(0, 1, 0, 0, 0, 0, 0);
    static final Counts DEAD_LETTERED = new Counts(0, 0, 1, 0, 0, 0, 0);
    static final Counts REJECTED = new Counts(0, 0, 0, 1, 0, 0, 0);
    static final Counts PARKED = new Counts(0, 0, 0, 0, 1, 0, 0);
    static final Counts TIMED_OUT = new Counts(0, 0, 0, 0, 0, 0, 1);
    static final Counts IGNORED = ignored(1);

    static Counts ignored(long events) {
        return new Counts(0, 0, 0, 0, 0, events, 0);
    }

    /** Of a command that went through. */
    static Counts of(Verdict verdict) {
        if (verdict instanceof Verdict.Accepted accepted) {
            return accepted.wrote() ? DISPATCHED : UNCHANGED;
        }
        return verdict instanceof Verdict.Answered ? REJECTED : NONE;
    }

    Counts plus(Counts more) {
        if (isNone()) {
            return more;
        }
        if (more.isNone()) {
            return this;
        }
        return new Counts(
                dispatched + more.dispatched,
                unchanged + more.unchanged,
                deadLettered + more.deadLettered,
                rejected + more.rejected,
                parked + more.parked,
                ignored + more.ignored,
                timedOut + more.timedOut);
    }

    private boolean isNone() {
        return (dispatched | unchanged | deadLettered | rejected | parked | ignored | timedOut) == 0;
    }

    Counts minus(Counts less) {
        return new Counts(
                dispatched - less.dispatched,
                unchanged - less.unchanged,
                deadLettered - less.deadLettered,
                rejected - less.rejected,
                parked - less.parked,
                ignored - less.ignored,
                timedOut - less.timedOut);
    }
}
