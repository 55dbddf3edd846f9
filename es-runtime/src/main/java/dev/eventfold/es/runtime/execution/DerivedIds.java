package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.store.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Makes the ids of what one consumer sends: 80 bits of SHA-256 as 16 base-32 characters. Keys and instance ids come from outside, and nobody
 * must be able to choose them so that two commands have one id. Keeps one digest and one buffer, as asking for a digest costs more than the
 * digest itself. Safe for use by any number of threads.
 */
public final class DerivedIds {
    private static final int BYTES_OF_NUMBERS = 5 * Long.BYTES;

    private final MessageDigest digest;
    private final byte[] consumer;
    private final byte[] hash = new byte[32];
    private ByteBuffer text = ByteBuffer.allocate(256);

    /**
     * Of one consumer.
     *
     * @param consumer its name
     */
    public DerivedIds(String consumer) {
        this.consumer = consumer.getBytes(StandardCharsets.UTF_8);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The id of what the consumer sends for an event: always the same for the same.
     *
     * @param key the key of its instance
     * @param source the stream of the event
     * @param version the version of the event
     * @param index the place among the commands of the reaction
     * @return 16 characters
     */
    public synchronized String of(String key, StreamId source, long version, int index) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] aggregate = source.aggregate().getBytes(StandardCharsets.UTF_8);
        byte[] instance = source.instanceId().getBytes(StandardCharsets.UTF_8);
        int length = consumer.length + keyBytes.length + aggregate.length + 1 + instance.length;
        begin(length + BYTES_OF_NUMBERS);
        text.putLong(consumer.length).put(consumer);
        text.putLong(keyBytes.length).put(keyBytes);
        text.putLong(aggregate.length + 1 + instance.length)
                .put(aggregate)
                .put((byte) '/')
                .put(instance);
        text.putLong(version).putLong(index);
        return finish();
    }

    private void begin(int length) {
        if (text.capacity() < length) {
            text = ByteBuffer.allocate(length);
        }
        text.clear();
    }

    private String finish() {
        try {
            digest.update(text.array(), 0, text.position());
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        ByteBuffer number = ByteBuffer.wrap(hash);
        return CommandIds.text(number.getLong(0), number.getLong(8));
    }
}
