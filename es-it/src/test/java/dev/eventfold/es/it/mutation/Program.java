package dev.eventfold.es.it.mutation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sound program: it compiles, and nothing is said.
 *
 * @param name what it is called in the list of what compiles
 * @param sources its sources, by path
 * @param contracts the directory of those that are a module of their own, on which the others depend; they may all be one module
 */
record Program(String name, SortedMap<String, String> sources, Optional<String> contracts) {
    Program {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    static Program of(String name, Map<String, String> sources) {
        return new Program(name, new TreeMap<>(sources), Optional.empty());
    }

    static Program ofTwoModules(String name, Map<String, String> sources, String contracts) {
        return new Program(name, new TreeMap<>(sources), Optional.of(contracts));
    }

    /** Of these sources, those of the contracts or the others. */
    SortedMap<String, String> module(Map<String, String> some, boolean ofContracts) {
        SortedMap<String, String> module = new TreeMap<>(some);
        module.keySet().removeIf(path -> contracts.filter(path::startsWith).isPresent() != ofContracts);
        return module;
    }
}
