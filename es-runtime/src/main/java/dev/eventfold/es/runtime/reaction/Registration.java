package dev.eventfold.es.runtime.reaction;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a store knows of a process manager that it goes on with.
 *
 * @param keptAs the name that its position, rows and failures are kept under: the first that it had
 * @param startsAfter the position after which it began
 * @param generation which of its rows are in use; each rebuild makes another generation
 * @param newest the newest generation that was begun
 * @param leftovers generations that are not in use, and may have rows
 */
record Registration(String keptAs, long startsAfter, int generation, int newest, SortedSet<Integer> leftovers) {
    /** The first generation. */
    static final int FIRST = 1;

    Registration {
        leftovers = new TreeSet<>(leftovers);
    }

    static Registration of(String name, long startsAfter) {
        return new Registration(name, startsAfter, FIRST, FIRST, new TreeSet<>());
    }

    /** With a generation that is being made. */
    Registration begun(int made) {
        Registration next = new Registration(keptAs, startsAfter, generation, Math.max(newest, made), leftovers);
        next.leftovers.add(made);
        return next;
    }

    /** In another generation. */
    Registration rebuilt(int made) {
        Registration next = new Registration(keptAs, startsAfter, made, Math.max(newest, made), leftovers);
        next.leftovers.remove(made);
        next.leftovers.add(generation);
        return next;
    }

    /** Without the rows of a generation. */
    Registration removed(int gone) {
        Registration next = new Registration(keptAs, startsAfter, generation, newest, leftovers);
        next.leftovers.remove(gone);
        return next;
    }
}
