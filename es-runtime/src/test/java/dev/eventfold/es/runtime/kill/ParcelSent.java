package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.EventOf;

@EventOf("sender")
public record ParcelSent(String lane, String parcel, int number) {}
