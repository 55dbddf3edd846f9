package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an aggregate: the class that decides what a command means ({@link Handles}) and what an event changes
 * ({@link Applies}).
 *
 * <p>A record or a non-abstract class, top-level or static nested, not private, without type parameters, extending only
 * {@code Object}, with a no-argument constructor that is not private. What that constructor makes is the state of a stream with no
 * events. Handlers and appliers must be pure: the run time may call them more than once for one command, and discards what they
 * made when the disk fails.
 *
 * <pre>{@code
 * @Aggregate("counter")
 * public record Counter(int value) {
 *     public Counter() { this(0); }
 *
 *     @Handles Incremented handle(Increment command) { return new Incremented(command.by()); }
 *     @Applies Counter apply(Incremented event) { return new Counter(value + event.by()); }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Aggregate {
    /**
     * The stored name of this kind of aggregate, unique in the program, case ignored. It is part of every stream name, so it
     * never changes once events exist.
     *
     * @return the stored name
     */
    String value();
}
