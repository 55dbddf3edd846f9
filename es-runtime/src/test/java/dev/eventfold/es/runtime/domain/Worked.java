package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.EventOf;

@EventOf("machine")
public record Worked(String task) {}
