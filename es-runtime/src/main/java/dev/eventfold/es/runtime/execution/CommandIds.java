package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.store.StreamId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes command ids: 80 bits as 16 base-32 characters. Safe for use by any number of threads. */
public final class CommandIds {
    private static final byte[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LENGTH = 16;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long low;
    private final long high;
    private final AtomicLong count = new AtomicLong();

    /** With a random start, so that two stores never make the same ids. */
    public CommandIds() {
        SecureRandom random = new SecureRandom();
        this.low = random.nextLong();
        this.high = random.nextLong();
    }

    /**
     * With a given start, for what must be the same again.
     *
     * @param start the start
     */
    public CommandIds(long start) {
        this.low = start;
        this.high = mixed(start);
    }

    /**
     * An id that nobody had before.
     *
     * @return 16 characters
     */
    public String next() {
        // A permutation of a counter never repeats, and costs a hundredth of a secure random number.
        long n = count.getAndIncrement();
        return text(mixed(high + n * GOLDEN), mixed(low + n * GOLDEN));
    }

    /**
     * The id of what a consumer sends for an event: always the same for the same. Whoever makes many has {@link DerivedIds} of his own.
     *
     * @param consumer the consumer's name
     * @param key the key of its instance
     * @param source the stream of the event
     * @param version the version of the event
     * @param index the place among the commands of the reaction
     * @return 16 characters
     */
    public static String derived(String consumer, String key, StreamId source, long version, int index) {
        return new DerivedIds(consumer).of(key, source, version, index);
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** The lowest 16 bits of one and all of the other. */
    static String text(long high, long low) {
        byte[] text = new byte[LENGTH];
        for (int at = LENGTH - 1; at >= 0; at--) {
            text[at] = DIGITS[(int) (low & 31)];
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
