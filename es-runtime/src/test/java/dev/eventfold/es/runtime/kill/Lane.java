package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;

/** Delivers parcels, but for every seventh. */
@Aggregate("lane")
public record Lane(int delivered) {
    public Lane() {
        this(0);
    }

    static boolean refuses(int number) {
        return number % 7 == 3;
    }

    @Handles
    ParcelDelivered handle(DeliverParcel command) {
        if (refuses(command.number())) {
            throw new CommandRejected("no room for " + command.parcel());
        }
        return new ParcelDelivered(command.parcel());
    }

    @Applies
    Lane apply(ParcelDelivered event) {
        return new Lane(delivered + 1);
    }
}
