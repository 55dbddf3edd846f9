package dev.eventfold.es.runtime;

import dev.eventfold.es.CommandEnvelope;

/** A command that a process manager sent and that failed. Made by the run time; not for users to implement. */
public non-sealed interface FailedCommand extends DeadLetter {
    /**
     * The command, as it was sent.
     *
     * @return with its payload as JSON, and the ids it was sent with
     */
    CommandEnvelope command();
}
