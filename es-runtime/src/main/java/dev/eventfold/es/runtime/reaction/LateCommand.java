package dev.eventfold.es.runtime.reaction;

import org.jspecify.annotations.Nullable;

/**
 * A command that was sent later than what it was asked for, as the log tells it.
 *
 * @param key of the instance; null where the log does not say
 * @param causationId the id of the event that it was asked for, where the log does not tell the position; else empty
 * @param position of that event, or 0
 * @param index its place among the commands for that event, or -1
 * @param command what was sent
 */
record LateCommand(@Nullable String key, String causationId, long position, int index, LoggedCommand command) {
    /** Whether this is the command that waits, as {@link FailureEvents} writes it. */
    boolean is(JsonMembers waiting) {
        return position == 0
                ? waiting.object("command").text("id").equals(command.commandId())
                : waiting.number("position") == position && waiting.number("index") == index;
    }

    /** Whether what waits would send the very same. */
    boolean isSameAs(JsonMembers waiting) {
        JsonMembers asked = waiting.object("command");
        return is(waiting)
                && LoggedCommand.target(asked).equals(command.target())
                && SentCommand.sum(LoggedCommand.payload(asked)) == command.sum();
    }
}
