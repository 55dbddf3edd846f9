package dev.eventfold.es.runtime.domain;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of the bugs in the code of the tests are mended: what another version of the program would be. */
public final class Mending {
    private static final Set<String> MENDED = ConcurrentHashMap.newKeySet();

    private Mending() {}

    public static void mend(String bug) {
        MENDED.add(bug);
    }

    public static void undo(String bug) {
        MENDED.remove(bug);
    }

    static void require(String bug) {
        if (!MENDED.contains(bug)) {
            throw new IllegalStateException("not mended: " + bug);
        }
    }
}
