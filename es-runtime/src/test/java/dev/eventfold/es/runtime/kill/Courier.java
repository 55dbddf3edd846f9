package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.runtime.domain.Commands;

/** Keyed, and goes on after a refusal. */
@ProcessManager(value = "courier", key = "lane", onFailure = OnFailure.CONTINUE)
@SuppressWarnings("eventfold:never-ends")
public final class Courier {
    private int parcels;

    @Reacts(starts = true)
    CommandEnvelope on(ParcelSent event) {
        parcels++;
        return Commands.to(event.lane(), new DeliverParcel(event.parcel(), event.number()));
    }
}
