package dev.eventfold.es.runtime.keeping;

import dev.eventfold.es.CommandFor;

/** Writes a line into a diary. */
@CommandFor("diary")
public record Note(String text) {}
