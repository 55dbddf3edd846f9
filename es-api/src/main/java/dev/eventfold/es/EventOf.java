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
 * aggregate, to give its own {@link #name()}, {@link #version()} and {@link #formerly()}.
 *
 * <p>What is stored stays as it is for ever, so a class that changes must still read what earlier versions of it wrote. To give an event
 * another name, say the old one: {@code formerly = "OrderMade"}. To give it another shape, raise the version and say how the old one is
 * read: {@link Upcasts}.
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

    /**
     * The version of the event's shape, which is stored with each event. Raised by one with each change that makes events stored so far
     * unreadable; {@link Upcasts} says how they are read then.
     *
     * @return 1 for the first shape
     */
    int version() default 1;

    /**
     * Names that the event was stored under before. They are read for ever, and no other event of the aggregate may take them; what is
     * new is stored under the present name.
     *
     * @return older stored names
     */
    String[] formerly() default {};
}
