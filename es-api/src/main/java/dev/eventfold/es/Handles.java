package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of an {@link Aggregate} that decides one command, or each member of a sealed family of commands that has no
 * method of its own.
 *
 * <p>Takes {@code (command)} or {@code (command, CommandContext)}. Returns the events of its own aggregate: {@code void},
 * {@code T}, {@code Optional<T>}, {@code List<T>} or {@code Stream<T>}; none is an accepted command that changes nothing,
 * {@code null} is a failure. Says no by throwing {@link CommandRejected}. Any other exception is a {@link HandlerFailed}, and
 * nothing is written.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Handles {}
