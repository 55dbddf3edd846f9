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
 * annotation again, for the same aggregate, to give its own {@link #name()}.
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
}
