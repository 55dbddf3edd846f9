package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks, in a {@code package-info.java}, the package that the generated {@code Commands} and {@code ProcessManagers} of this module
 * live in. Without it they live in the longest common prefix of the packages of what is annotated.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface EventSourced {
    /**
     * Commands of other modules that this one sends: classes marked {@link CommandFor}, or sealed families of them. {@code Commands} covers
     * them too, so one import does. What {@link Reacts#sends()} names is covered without being repeated here.
     *
     * @return the classes
     */
    Class<?>[] sends() default {};
}
