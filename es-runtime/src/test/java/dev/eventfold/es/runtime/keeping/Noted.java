package dev.eventfold.es.runtime.keeping;

import dev.eventfold.es.EventOf;

@EventOf("diary")
public record Noted(String text) {}
