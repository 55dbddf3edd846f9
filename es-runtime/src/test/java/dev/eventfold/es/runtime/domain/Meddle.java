package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandFor;

@CommandFor("meddler")
public record Meddle(boolean later) {}
