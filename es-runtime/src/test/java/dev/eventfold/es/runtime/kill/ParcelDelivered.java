package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.EventOf;

@EventOf("lane")
public record ParcelDelivered(String parcel) {}
