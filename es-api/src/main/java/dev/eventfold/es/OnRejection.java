package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link ProcessManager} that hears of it when a command that its instance sent is rejected: a rejection is an answer
 * then, and no dead letter.
 *
 * <p>Takes {@code (command)}, {@code (command, Rejection)} or {@code (command, Rejection, EventContext)}, where the command is one class or a
 * sealed family, which stands for each of its members that has no method of its own. Returns what a reaction returns: {@code void},
 * {@code T}, {@code Optional<T>}, {@code List<T>} or {@code Stream<T>} of {@link CommandEnvelope} or {@link Effect}; {@code null} is a
 * failure. It may assign the fields of its instance.
 *
 * <p>The rejection is an event of the process: written in the commit that passes the event which caused the command, and reacted to in order,
 * after the events that are in the log before it. The {@link EventContext} is about that event. Further commands of the reaction that sent
 * the rejected one still go. When the instance has ended meanwhile, the command is a dead letter, as without this method. Only
 * {@link CommandRejected} is an answer: a bug of a handler, an unknown command and a version conflict stay dead letters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnRejection {
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
