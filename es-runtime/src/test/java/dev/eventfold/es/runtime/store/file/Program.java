package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.EventStore;
import java.util.function.UnaryOperator;

/** A program that keeps what it does in a log, which remembers what it was told to be done, and knows what must have come of it. */
interface Program {
    /** The same from the beginning, with something between it and its log. */
    Program again(UnaryOperator<EventStore> between);

    /** Another one that comes after this one, and does again what this one was not told about. */
    Program successor();

    /** What it was told to be done, the same for the same. */
    Object acknowledged();

    /** Runs to its end. Gives false when the disk failed before. */
    boolean run(Disk disk);

    /** Opens what is left and checks it, goes on to the end, and checks that. */
    void goOn(Disk left);

    /** The same from the beginning. */
    default Program again() {
        return again(log -> log);
    }
}
