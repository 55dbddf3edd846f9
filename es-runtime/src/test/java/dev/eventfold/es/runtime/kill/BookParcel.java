package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.CommandFor;

@CommandFor("ledger")
public record BookParcel(String parcel) {}
