package dev.eventfold.es.runtime.observe;

import java.time.Duration;
import java.util.function.Supplier;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes time, while it goes on. Begun and told by {@link Observer}.
 *
 * @param <E> its recorded form
 */
public final class Ongoing<E extends Event> {
    private final @Nullable E event;
    private final long beganNanos;

    private Ongoing(@Nullable E event, long beganNanos) {
        this.event = event;
        this.beganNanos = beganNanos;
    }

    /** The first use of an event class starts half of Flight Recorder, a fifth of a second: not before somebody records. */
    static <E extends Event> Ongoing<E> begin(Supplier<E> recorded, boolean listening) {
        E event = FlightRecorder.isInitialized() ? recorded.get() : null;
        if (event != null) {
            event.begin();
        }
        return new Ongoing<>(event, listening ? System.nanoTime() : 0);
    }

    boolean isRecorded() {
        return event != null && event.isEnabled();
    }

    /** What to fill and commit; null when no recording would keep it. */
    @Nullable
    E toCommit() {
        return event != null && event.shouldCommit() ? event : null;
    }

    /** Since it was begun, where somebody listened then. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }
}
