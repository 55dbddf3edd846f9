package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a process manager (often called a saga): the class that reacts to events of some aggregates by sending commands to
 * others.
 *
 * <p>With a {@link #key()} there is one instance for each key, whose state is the class's fields, stored as JSON; without one there
 * is one instance for the whole program. What an instance did and how far it has read are one atomic write, so a command is
 * neither lost nor sent twice, whatever crashes when.
 *
 * <p>A record or a non-abstract class, top-level or static nested, not private, without type parameters, extending only
 * {@code Object}, with a no-argument constructor that is not private and, in a class, without final instance fields.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ProcessManager {
    /**
     * The stored name, unique among process managers, projections and subscribers, case ignored. Its position and state are found by it, so
     * one that is renamed says what it was called before: {@link #formerly()}.
     *
     * @return the stored name
     */
    String value();

    /**
     * The default of {@link Reacts#key()} for its reactions.
     *
     * @return the name of a record component or no-argument method of each event, or {@link Reacts#INSTANCE_ID}; empty for none
     */
    String key() default "";

    /**
     * What a failed command or reaction means for what comes after it in the same sequence.
     *
     * @return the policy
     */
    OnFailure onFailure() default OnFailure.PARK;

    /**
     * Where it begins to read in a store that already holds events which it subscribes to. Opening such a store fails until this
     * is said. Of no meaning in a store that knows it, by this name or a former one: there it goes on where it was.
     *
     * @return the place to begin
     */
    StartFrom startFrom() default StartFrom.UNSTATED;

    /**
     * Whether an event for an instance that does not live is a dead letter instead of being ignored and counted.
     *
     * @return true for a dead letter
     */
    boolean strict() default false;

    /**
     * The version of the shape of its state, which is stored with each instance. Raised by one with each change that makes instances stored
     * so far unreadable; {@link Upcasts} says how they are read then. A field that is new needs none: it begins as the no-argument
     * constructor leaves it (a new component of a record does).
     *
     * @return 1 for the first shape
     */
    int version() default 1;

    /**
     * What it was called before. A store that knows it by one of these names goes on with its position, its instances and what waits in them.
     *
     * @return older stored names
     */
    String[] formerly() default {};
}
