package dev.eventfold.es.runtime.reaction;

import java.util.concurrent.TimeUnit;

/** How many events to take at once: as many as keep callers waiting for no longer than they would notice. For one thread at a time. */
final class BatchSize {
    /** The most bytes to read at once. */
    static final long MAX_BYTES = 1L << 20;

    private static final int MOST = 4_096;
    private static final int FIRST = 64;

    private final int most;
    private final Cost inTurn = new Cost(TimeUnit.MILLISECONDS.toNanos(2));
    private final Cost reacting = new Cost(TimeUnit.MILLISECONDS.toNanos(10));

    BatchSize() {
        this(MOST);
    }

    private BatchSize(int most) {
        this.most = most;
    }

    /** One at a time, whatever it costs. */
    static BatchSize one() {
        return new BatchSize(1);
    }

    int events() {
        return Math.min(most, Math.min(inTurn.events(), reacting.events()));
    }

    /** Learns how long others had to wait for the decisions of a batch. */
    void decided(int events, long nanos) {
        inTurn.learn(events, nanos);
    }

    /** Learns how long the reactions of a batch took, which nobody waits for but whoever wants to stop. */
    void reacted(int events, long nanos) {
        reacting.learn(events, nanos);
    }

    /** What one event costs. A batch that the scheduler put aside says little, so one sample counts for only so much. */
    private static final class Cost {
        private static final double MOST_MORE = 4;

        private final long budget;
        private double nanosPerEvent;

        Cost(long budget) {
            this.budget = budget;
            this.nanosPerEvent = (double) budget / FIRST;
        }

        int events() {
            return (int) Math.max(1, Math.min(MOST, budget / nanosPerEvent));
        }

        void learn(int events, long nanos) {
            if (events == 0) {
                return;
            }
            double sample = Math.min((double) nanos / events, nanosPerEvent * MOST_MORE);
            nanosPerEvent = Math.max(1, (nanosPerEvent + sample) / 2);
        }
    }
}
