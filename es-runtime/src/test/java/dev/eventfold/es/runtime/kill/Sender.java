package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandContext;
import dev.eventfold.es.Handles;

/** Sends numbered parcels down lanes. */
@Aggregate("sender")
public record Sender(int sent) {
    public Sender() {
        this(0);
    }

    @Handles
    ParcelSent handle(SendParcel command, CommandContext context) {
        return new ParcelSent(command.lane(), context.instanceId() + "-" + command.number(), command.number());
    }

    @Applies
    Sender apply(ParcelSent event) {
        return new Sender(sent + 1);
    }
}
