package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link Subscriber} that receives one event, or each member of a sealed family of events that has no method of its
 * own.
 *
 * <p>Takes {@code (event)} or {@code (event, EventContext)}, where the event may be a {@link RecordedEvent}. Returns {@code void},
 * {@code T}, {@code Optional<T>}, {@code List<T>} or {@code Stream<T>} of {@link CommandEnvelope}, each of which is executed once for the
 * event however often the method runs; {@code null} is a failure. It may declare checked exceptions. When it throws it is tried again.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Receives {
    /**
     * The stored name of the aggregate whose events are meant. Must agree with the parameter's {@link EventOf}.
     *
     * @return the aggregate's stored name, or {@link Reacts#ANY}, with a {@link RecordedEvent}, for every aggregate; empty to take it
     *     from the parameter
     */
    String aggregate() default "";

    /**
     * The stored name of the event. Must agree with the parameter's type.
     *
     * @return the event's stored name; empty to take it from the parameter, or, with a {@link RecordedEvent}, for every event of
     *     the aggregate without a narrower method
     */
    String event() default "";
}
