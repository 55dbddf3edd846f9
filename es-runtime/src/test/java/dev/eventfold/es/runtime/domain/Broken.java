package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandRejected;

/** A reason with a name. */
public final class Broken extends CommandRejected {
    private static final long serialVersionUID = 1L;

    Broken(String task) {
        super("cannot: " + task);
    }
}
