package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.RetryReport;

/**
 * What a retry did.
 *
 * @param retried dead letters that went through
 * @param failed dead letters that failed again
 * @param released what had been parked and went through
 * @param counts what came of all that
 */
record RetryTally(long retried, long failed, long released, Counts counts) implements RetryReport {
    static final RetryTally NOTHING = new RetryTally(0, 0, 0, Counts.NONE);

    boolean hasFailures() {
        return failed + counts.deadLettered() > 0;
    }

    RetryTally plus(RetryTally more) {
        return new RetryTally(
                retried + more.retried, failed + more.failed, released + more.released, counts.plus(more.counts));
    }

    @Override
    public long dispatched() {
        return counts.dispatched();
    }

    @Override
    public long unchanged() {
        return counts.unchanged();
    }

    @Override
    public long rejected() {
        return counts.rejected();
    }

    @Override
    public long ignored() {
        return counts.ignored();
    }

    @Override
    public long deadLettered() {
        return counts.deadLettered();
    }

    @Override
    public long parked() {
        return counts.parked();
    }

    @Override
    public String toString() {
        return "retried=" + retried + " failed=" + failed + " released=" + released + " dispatched=" + dispatched()
                + " unchanged=" + unchanged() + " rejected=" + rejected() + " ignored=" + ignored() + " deadLettered="
                + deadLettered() + " parked=" + parked();
    }
}
