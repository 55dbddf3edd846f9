package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a subscriber: the class in which effects on the outside world have their place, a mail that goes out, a payment provider that is
 * called. What it needs for that it holds in its fields; {@code store.subscribe} takes it as it is.
 *
 * <p>It receives each event at least once, and those of one stream in order. What it must not do twice it tells apart by the event's
 * stream and version, or by its id.
 *
 * <p>A record or a non-abstract class, top-level or static nested, not private, without type parameters, extending only
 * {@code Object}. Its constructors and fields are its own affair.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Subscriber {
    /**
     * The stored name, unique among process managers, projections and subscribers, case ignored. Its position is found by it.
     *
     * @return the stored name
     */
    String value();

    /**
     * Where it begins to read in a store that does not know it. It has no default: to mail all of history must be asked for.
     *
     * @return the place to begin
     */
    StartFrom startFrom();
}
