package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.EventOf;

@EventOf("ledger")
public record ParcelBooked(String parcel) {}
