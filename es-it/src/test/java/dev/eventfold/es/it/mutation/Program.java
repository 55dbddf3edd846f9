package dev.eventfold.es.it.mutation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sound program: it compiles, and nothing is said.
 *
 * @param name what it is called in the list of what compiles
 * @param sources its sources, by path
 */
record Program(String name, SortedMap<String, String> sources) {
    Program {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    static Program of(String name, Map<String, String> sources) {
        return new Program(name, new TreeMap<>(sources));
    }
}
