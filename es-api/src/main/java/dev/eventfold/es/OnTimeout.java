package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link ProcessManager} that runs when one of its timeouts is due, and names that timeout: a constant of the generated
 * {@code <Name>Timeouts}, by which reactions set and cancel it.
 *
 * <p>Takes nothing, or the {@link EventContext}. Returns what a reaction returns: {@code void}, {@code T}, {@code Optional<T>},
 * {@code List<T>} or {@code Stream<T>} of {@link CommandEnvelope}, {@link Timeout} or {@link Effect}; {@code null} is a failure. It may
 * assign the fields of its instance, and set the same timeout again.
 *
 * <p>It runs when the timeout is due and the process manager has passed every event that was in the log when it was found due, so that an
 * event which cancels the timeout and is already there wins. The {@link EventContext} is about the event {@code TimeoutFired}, which is
 * written in one commit with all that comes of it; its {@link EventContext#time()} is the time that the timeout was due, however much later
 * that is found. The instance lives: what ends an instance takes its timeouts away.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnTimeout {
    /**
     * The name of the timeout, unique in its process manager. It is stored with each pending timeout: a new name is another timeout.
     *
     * @return the stored name
     */
    String value();

    /**
     * Whether the instance is over after this: its state goes once the commands that this returns are written.
     *
     * @return true to end it
     */
    boolean ends() default false;

    /**
     * The commands that this may send, as {@link Reacts#sends()} says.
     *
     * @return the classes; written out as <code>{}</code> it sends none, left out it is not known
     */
    Class<?>[] sends() default {};
}
