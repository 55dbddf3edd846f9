package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;
import dev.eventfold.es.Reacts;

/** How many parcels went down a lane, and were booked; and the last one of each, in the order of the log. */
@Projection("deliveries")
public record Deliveries(int delivered, String lastDelivered, int booked, String lastBooked) {
    public Deliveries() {
        this(0, "", 0, "");
    }

    @Projects(key = Reacts.INSTANCE_ID)
    Deliveries on(ParcelDelivered event, EventContext context) {
        return new Deliveries(delivered + 1, event.parcel(), booked, lastBooked);
    }

    @Projects(key = Reacts.INSTANCE_ID)
    Deliveries on(ParcelBooked event, EventContext context) {
        return new Deliveries(delivered, lastDelivered, booked + 1, event.parcel());
    }
}
