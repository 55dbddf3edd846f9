package dev.eventfold.es.runtime.reaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the row of a sequence says of what waits there.
 *
 * @param log what waits, before the commit in hand
 * @param row the row
 */
record SequenceRow(SequenceLog log, InstanceRow<?> row) {
    /** What the log knows: a row with events that wait does not say whether commands do as well. With {@code free}, a line that does not wait. */
    SequenceRow without(@Nullable WaitingLine free) {
        row.block(waits(log.commands(), free), waits(log.events(), free));
        return this;
    }

    private static boolean waits(WaitingLine line, @Nullable WaitingLine free) {
        return line != free && !line.isEmpty();
    }

    /**
     * After some of a line are gone.
     *
     * @param line the line
     * @param left how many are left there
     * @param stopped whether the first of them is a failure, so that the others wait for it
     * @param now when what nothing holds up is to run
     */
    void goesOn(WaitingLine line, long left, boolean stopped, Instant now) {
        boolean ofCommands = line == log.commands();
        WaitingLine other = ofCommands ? log.events() : log.commands();
        if (ofCommands) {
            row.block(left > 0, !other.isEmpty());
        } else {
            // A command of an event that was tried again may have failed just now.
            row.block(row.commandsBlocked(), left > 0);
        }
        Instant ofOther = other.isFree() ? row.waits().release() : null;
        row.setWaits(row.waits().withRelease(left > 0 && !stopped ? now : ofOther));
    }

    /** Nothing of it is to run by itself. */
    void isIdle() {
        row.setWaits(row.waits().withRelease(null));
    }
}
