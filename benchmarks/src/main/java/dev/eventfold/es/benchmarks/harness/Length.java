package dev.eventfold.es.benchmarks.harness;

import java.time.Duration;
import java.util.Locale;

/** How long a run may take, and with it how many rounds a job has and how large it is. */
public enum Length {
    /** A second or two for everything, to see that it works. Its figures say nothing. */
    SMOKE(1, Duration.ofMillis(50)),
    /** All jobs that take no longer, in under five minutes together. */
    SHORT(3, Duration.ofSeconds(1)),
    /** The figures that are published. */
    LONG(5, Duration.ofSeconds(4));

    private final int rounds;
    private final Duration slice;

    Length(int rounds, Duration slice) {
        this.rounds = rounds;
        this.slice = slice;
    }

    /**
     * How many undisturbed rounds a job needs.
     *
     * @return at least 1
     */
    public int rounds() {
        return rounds;
    }

    /**
     * How long a steady load goes on within a round.
     *
     * @return the time
     */
    public Duration slice() {
        return slice;
    }

    /**
     * One of three sizes.
     *
     * @param <T> what is sized
     * @param smoke for {@link #SMOKE}
     * @param shorter for {@link #SHORT}
     * @param longer for {@link #LONG}
     * @return the one for this length
     */
    public <T> T pick(T smoke, T shorter, T longer) {
        return switch (this) {
            case SMOKE -> smoke;
            case SHORT -> shorter;
            case LONG -> longer;
        };
    }

    /**
     * The length with this name.
     *
     * @param name any case
     * @return the length
     */
    public static Length named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
