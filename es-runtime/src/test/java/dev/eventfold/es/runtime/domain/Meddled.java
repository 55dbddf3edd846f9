package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.EventOf;

@EventOf("meddler")
public record Meddled() {}
