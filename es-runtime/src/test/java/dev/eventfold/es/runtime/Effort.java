package dev.eventfold.es.runtime;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * How hard tests with random input try: for seconds in every build, for as long as each of them has time in a long one, {@code ./mvnw -Plong
 * verify}. Most of what is random is a round: it begins while there is time, and is ended.
 */
public final class Effort {
    private static final boolean LONG = Boolean.getBoolean("eventfold.long");
    private static final long SEED = Long.getLong("seed", new Random().nextLong());
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private Effort() {}

    /** So many rounds in every build, so many in a long one. For what is quick. */
    public static int rounds(int always, int inLong) {
        return LONG ? inLong : always;
    }

    /** So much time in every build, so much in a long one. */
    public static Duration time(Duration always, Duration inLong) {
        return LONG ? inLong : always;
    }

    /** The one that was asked for with {@code -Dseed}, or a random one, the same for all tests of a run; to be printed. */
    public static long seed() {
        return SEED;
    }

    /**
     * A seed for each round, from {@link #seed()} on. A long run says now and then how far it is.
     *
     * @param always how many there are in every build
     * @param inLong for how long there are more in a long one
     */
    public static Iterable<Long> seeds(int always, Duration inLong) {
        String whose = WALKER.getCallerClass().getSimpleName();
        return () -> numbers(whose, seed(), always, inLong);
    }

    /** As {@link #seeds}, for rounds without a seed of their own: numbers from 0 on. */
    public static Iterable<Long> steps(int always, Duration inLong) {
        String whose = WALKER.getCallerClass().getSimpleName();
        return () -> numbers(whose, 0, always, inLong);
    }

    private static Iterator<Long> numbers(String whose, long first, int always, Duration inLong) {
        return LONG ? new WhileThereIsTime(whose, first, inLong) : new SoMany(first, always);
    }

    /** Says how far a long run has come; says nothing in others. */
    public static void progress(String how) {
        if (LONG) {
            System.out.println("... " + how);
        }
    }

    private static final class SoMany implements Iterator<Long> {
        private final long first;
        private final int count;
        private int given;

        SoMany(long first, int count) {
            this.first = first;
            this.count = count;
        }

        @Override
        public boolean hasNext() {
            return given < count;
        }

        @Override
        public Long next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return first + given++;
        }
    }

    private static final class WhileThereIsTime implements Iterator<Long> {
        private static final Duration SILENCE = Duration.ofSeconds(10);

        private final long began = System.nanoTime();
        private final String whose;
        private final Duration time;
        private long next;
        private int given;
        private Duration said = Duration.ZERO;

        WhileThereIsTime(String whose, long first, Duration time) {
            this.whose = whose;
            this.next = first;
            this.time = time;
        }

        private Duration spent() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        @Override
        public boolean hasNext() {
            return given == 0 || spent().compareTo(time) < 0;
        }

        @Override
        public Long next() {
            if (spent().minus(said).compareTo(SILENCE) > 0) {
                said = spent();
                progress(whose + ": " + given + " rounds, " + said.toSeconds() + " of " + time.toSeconds() + " s");
            }
            given++;
            return next++;
        }
    }
}
