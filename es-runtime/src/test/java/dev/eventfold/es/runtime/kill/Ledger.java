package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;

/** Books what was delivered. */
@Aggregate("ledger")
public record Ledger(int booked) {
    public Ledger() {
        this(0);
    }

    @Handles
    ParcelBooked handle(BookParcel command) {
        return new ParcelBooked(command.parcel());
    }

    @Applies
    Ledger apply(ParcelBooked event) {
        return new Ledger(booked + 1);
    }
}
