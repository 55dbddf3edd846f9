package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an event of one aggregate: a record, a class with a no-argument constructor, or a sealed interface all of whose members
 * are events.
 *
 * <p>Events are stored as JSON under their stored name. A member of a family may carry the annotation again, for the same
 * aggregate, to give its own {@link #name()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EventOf {
    /**
     * The stored name of the aggregate whose streams hold the event.
     *
     * @return the aggregate's stored name
     */
    String value();

    /**
     * The stored name of the event.
     *
     * @return the stored name; empty for the simple class name
     */
    String name() default "";
}
