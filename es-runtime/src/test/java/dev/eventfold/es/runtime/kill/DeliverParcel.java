package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.CommandFor;

@CommandFor("lane")
public record DeliverParcel(String parcel, int number) {}
