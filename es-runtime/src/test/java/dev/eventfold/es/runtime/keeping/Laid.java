package dev.eventfold.es.runtime.keeping;

import dev.eventfold.es.EventOf;

/** A sheet lies on the pile. */
@EventOf("pile")
public record Laid(String sheet) {}
