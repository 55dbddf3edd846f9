package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.store.StreamId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes command ids: 80 bits as 16 base-32 characters. Safe for use by any number of threads. */
public final class CommandIds {
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
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
     * The id of what a consumer sends for an event: always the same for the same.
     *
     * @param consumer the consumer's name
     * @param key the key of its instance
     * @param source the stream of the event
     * @param version the version of the event
     * @param index the place among the commands of the reaction
     * @return 16 characters
     */
    public static String derived(String consumer, String key, StreamId source, long version, int index) {
        MessageDigest digest = sha256();
        addText(digest, consumer);
        addText(digest, key);
        addText(digest, source.toString());
        addNumber(digest, version);
        addNumber(digest, index);
        byte[] hash = digest.digest();
        return text(number(hash, 0), number(hash, 8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void addText(MessageDigest digest, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        addNumber(digest, utf8.length);
        digest.update(utf8);
    }

    private static void addNumber(MessageDigest digest, long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            digest.update((byte) (number >>> shift));
        }
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int at = from; at < from + 8; at++) {
            number = (number << 8) | (bytes[at] & 0xff);
        }
        return number;
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** The lowest 16 bits of one and all of the other. */
    private static String text(long high, long low) {
        char[] text = new char[LENGTH];
        for (int at = LENGTH - 1; at >= 0; at--) {
            text[at] = DIGITS[(int) (low & 31)];
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(text);
    }
}
