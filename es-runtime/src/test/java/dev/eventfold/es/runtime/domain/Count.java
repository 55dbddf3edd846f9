package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandFor;

@CommandFor(value = "tally", formerly = "Kount")
public record Count(int amount) {}
