package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a command of one aggregate: a record, a class with a no-argument constructor, or a sealed interface all of whose
 * members are commands.
 *
 * <p>For each command, and for each sealed family, the generated {@code Commands} class has one overload
 * {@code to(instanceId, command)}, so sending something that is not a command does not compile. A member of a family may carry the
 * annotation again, for the same aggregate, to give its own {@link #name()}, {@link #version()} and {@link #formerly()}.
 *
 * <p>Commands are stored too, where one failed or waits behind one that did. So a class that changes must still read them: see
 * {@link EventOf}, which works the same.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CommandFor {
    /**
     * The stored name of the aggregate that handles the command.
     *
     * @return the aggregate's stored name
     */
    String value();

    /**
     * The stored name of the command.
     *
     * @return the stored name; empty for the simple class name
     */
    String name() default "";

    /**
     * The type of the instance id that {@code Commands.to} takes for this aggregate: {@code String}, {@code int}, {@code long},
     * {@code UUID}, an enum, or a record of one such component. All commands of an aggregate agree on it.
     *
     * @return the type of the instance id
     */
    Class<?> id() default String.class;

    /**
     * The version of the command's shape, which is stored with each command that failed or waits. Raised by one with each change that
     * makes commands stored so far unreadable; {@link Upcasts} says how they are read then. What comes as JSON from outside always has the
     * present shape.
     *
     * @return 1 for the first shape
     */
    int version() default 1;

    /**
     * Names that the command had before. They are read for ever, from the store and from outside, and no other command of the aggregate may
     * take them.
     *
     * @return older stored names
     */
    String[] formerly() default {};
}
