package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.CommandFor;

@CommandFor("sender")
public record SendParcel(String lane, int number) {}
