package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.runtime.domain.Commands;

/** Without key, and fed by the commands of another process manager. */
@ProcessManager("clerk")
public final class Clerk {
    private int parcels;

    @Reacts
    CommandEnvelope on(ParcelDelivered event, EventContext context) {
        parcels++;
        return Commands.to(context.instanceId(), new BookParcel(event.parcel()));
    }
}
