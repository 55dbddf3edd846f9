package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of an {@link Aggregate} or {@link ProcessManager} that folds one event, or each member of a sealed family of
 * events that has no method of its own, into the state.
 *
 * <p>Takes {@code (event)} or {@code (event, EventContext)}. Returns the class itself, or {@code void} in a class that assigns its
 * own fields. Must be pure and must not throw: events are facts. In a process manager it runs before the reaction to the same
 * event, which then sees the new state.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Applies {}
