package dev.eventfold.es.runtime.keeping;

import dev.eventfold.es.EventOf;

@EventOf("roll")
public record Entered(String name) {}
