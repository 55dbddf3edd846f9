package dev.eventfold.es.processor;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An aggregate as a part of the workflow.
 *
 * @param aggregate its stored name
 * @param type its class; absent when another module has it, so that what comes of its commands is not known here
 * @param commands the stored names of the commands that are sent to it
 * @param events the stored names of its events
 * @param outcomes the events that may come of a command, both by stored name; none for a command of which that is not known
 */
record Lane(
        String aggregate,
        Optional<ClassRef> type,
        SortedSet<String> commands,
        SortedSet<String> events,
        SortedMap<String, List<String>> outcomes) {
    Lane {
        commands = Collections.unmodifiableSortedSet(new TreeSet<>(commands));
        events = Collections.unmodifiableSortedSet(new TreeSet<>(events));
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }
}
