package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.Durability;
import dev.eventfold.es.runtime.observe.Observer;
import java.time.Clock;
import java.util.Objects;

/**
 * How a directory is written.
 *
 * @param clock what time segments are begun at, for people
 * @param durability when a caller hears of success
 * @param segmentBytes the size at which a segment is followed by the next; a segment is larger by one commit at most
 * @param observer hears of what is written
 */
public record FileStoreOptions(Clock clock, Durability durability, long segmentBytes, Observer observer) {
    /** The size of a segment where nobody says another. */
    public static final long SEGMENT_BYTES = 64L << 20;

    /** Checks that nothing is missing. */
    public FileStoreOptions {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(durability, "durability");
        Objects.requireNonNull(observer, "observer");
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
        return new FileStoreOptions(Clock.systemUTC(), Durability.FSYNC, SEGMENT_BYTES, Observer.WITHOUT_LISTENER);
    }

    /**
     * The same with another clock.
     *
     * @param newClock the clock
     * @return a copy
     */
    public FileStoreOptions withClock(Clock newClock) {
        return new FileStoreOptions(newClock, durability, segmentBytes, observer);
    }

    /**
     * The same with another durability.
     *
     * @param newDurability the durability
     * @return a copy
     */
    public FileStoreOptions withDurability(Durability newDurability) {
        return new FileStoreOptions(clock, newDurability, segmentBytes, observer);
    }

    /**
     * The same with segments of another size.
     *
     * @param newSegmentBytes the size
     * @return a copy
     */
    public FileStoreOptions withSegmentBytes(long newSegmentBytes) {
        return new FileStoreOptions(clock, durability, newSegmentBytes, observer);
    }

    /**
     * The same with another observer.
     *
     * @param newObserver the observer
     * @return a copy
     */
    public FileStoreOptions withObserver(Observer newObserver) {
        return new FileStoreOptions(clock, durability, segmentBytes, newObserver);
    }
}
