package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link Projection} that folds one event into its state, or each member of a sealed family of events that has no
 * method of its own.
 *
 * <p>Takes {@code (event)} or {@code (event, EventContext)}, where the event may be a {@link RecordedEvent}. Returns the projection
 * itself, or, in a class that is no record, nothing and assigns the fields. It must be pure otherwise: it runs again whenever the
 * projection is built anew.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Projects {
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

    /**
     * Which instance changes: the name of a record component or no-argument method of the event, or {@link Reacts#INSTANCE_ID}. A
     * component that is a collection means each distinct element, in order. Either every method of a projection has a key or none has.
     *
     * @return the key; empty for none
     */
    String key() default "";
}
