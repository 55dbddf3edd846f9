package dev.eventfold.es.runtime.keeping;

import dev.eventfold.es.CommandFor;

/** Puts a name on a list. */
@CommandFor("roll")
public record Enter(String name) {}
