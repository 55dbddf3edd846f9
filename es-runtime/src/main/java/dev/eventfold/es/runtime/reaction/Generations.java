package dev.eventfold.es.runtime.reaction;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which rows of each process manager are in use: those of its newest rebuild. Safe for use by any number of threads. */
public final class Generations {
    private final Map<String, Integer> current = new ConcurrentHashMap<>();

    /** All in their first one. */
    public Generations() {}

    /** Of the process manager that keeps its rows under a name. */
    int of(String keptAs) {
        return current.getOrDefault(keptAs, Registration.FIRST);
    }

    void set(String keptAs, int generation) {
        current.put(keptAs, generation);
    }
}
