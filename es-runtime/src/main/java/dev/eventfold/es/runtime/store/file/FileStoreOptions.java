package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.Durability;
import java.time.Clock;
import java.util.Objects;

/**
 * How a directory is written.
 *
 * @param clock what time segments are begun at, for people
 * @param durability when a caller hears of success
 * @param segmentBytes the size at which a segment is followed by the next; a segment is larger by one commit at most
 */
public record FileStoreOptions(Clock clock, Durability durability, long segmentBytes) {
    /** The size of a segment where nobody says another. */
    public static final long SEGMENT_BYTES = 64L << 20;

    /** Checks that nothing is missing. */
    public FileStoreOptions {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(durability, "durability");
        if (segmentBytes < 1 || segmentBytes > 1L << 34) {
            throw new IllegalArgumentException("segments have 1 byte to 16 GiB: segmentBytes=" + segmentBytes);
        }
    }

    /**
     * What holds where nobody says otherwise: the clock of the system, {@link Durability#FSYNC}, segments of 64 MiB.
     *
     * @return the options
     */
    public static FileStoreOptions standard() {
        return new FileStoreOptions(Clock.systemUTC(), Durability.FSYNC, SEGMENT_BYTES);
    }

    /**
     * The same with another clock.
     *
     * @param newClock the clock
     * @return a copy
     */
    public FileStoreOptions withClock(Clock newClock) {
        return new FileStoreOptions(newClock, durability, segmentBytes);
    }

    /**
     * The same with another durability.
     *
     * @param newDurability the durability
     * @return a copy
     */
    public FileStoreOptions withDurability(Durability newDurability) {
        return new FileStoreOptions(clock, newDurability, segmentBytes);
    }

    /**
     * The same with segments of another size.
     *
     * @param newSegmentBytes the size
     * @return a copy
     */
    public FileStoreOptions withSegmentBytes(long newSegmentBytes) {
        return new FileStoreOptions(clock, durability, newSegmentBytes);
    }
}
