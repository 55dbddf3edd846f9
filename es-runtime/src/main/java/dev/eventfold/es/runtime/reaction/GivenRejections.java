package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.execution.CommandRequests;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Instant;

/** Writes rejections that no aggregate gave, for the fixtures of es-test. */
public final class GivenRejections {
    private final ProcessManagerDefinition<?> definition;
    private final Payloads payloads;
    private final CommandRequests requests;

    /**
     * Of one process manager.
     *
     * @param definition the process manager
     * @param payloads writes commands
     * @param requests understands them
     */
    public GivenRejections(ProcessManagerDefinition<?> definition, Payloads payloads, CommandRequests requests) {
        this.definition = definition;
        this.payloads = payloads;
        this.requests = requests;
    }

    /**
     * The rejection of a command that a reaction returned.
     *
     * @param cause the event that was reacted to, as the reaction got it
     * @param index the place of the command among those of the reaction, from 0
     * @param command the command
     * @param why the reason
     * @param now the time of the rejection
     * @return the event that tells the process of it
     */
    public StreamAppend rejection(
            RecordedEvent cause, int index, CommandEnvelope command, CommandRejected why, Instant now) {
        EventInHand event = (EventInHand) cause;
        SentCommand sent = new Sending(definition.name(), payloads, requests).command(command, index, event);
        String sequence =
                definition.keyed() ? event.key() : event.stored().stream().toString();
        return new RejectionEvents(definition.name()).rejected(event, sequence, sent, why, now);
    }
}
