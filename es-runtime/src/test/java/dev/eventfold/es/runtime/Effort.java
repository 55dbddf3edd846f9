package dev.eventfold.es.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** How hard tests with random input try: for seconds in every build, for minutes under {@code ./mvnw -Plong verify}. */
public final class Effort {
    private static final boolean LONG = Boolean.getBoolean("eventfold.long");

    private Effort() {}

    /** So many rounds in every build, so many in a long one. */
    public static int rounds(int always, int inLong) {
        return LONG ? inLong : always;
    }

    /** So much time in every build, so much in a long one. */
    public static Duration time(Duration always, Duration inLong) {
        return LONG ? inLong : always;
    }

    /** The one that was asked for with {@code -Dseed}, or a new one; to be printed. */
    public static long seed() {
        return Long.getLong("seed", new Random().nextLong());
    }

    /** Several, from {@link #seed()} on. */
    public static List<Long> seeds(int always, int inLong) {
        long first = seed();
        return LongStream.range(first, first + rounds(always, inLong)).boxed().toList();
    }

    /** Says how far a long run has come; says nothing in others. */
    public static void progress(String how) {
        if (LONG) {
            System.out.println("... " + how);
        }
    }
}
