package dev.eventfold.es.runtime.store.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pictures of a disk that were tried. From the same one, with the same acknowledged, the same would come again. */
final class Pictures {
    private final Set<List<Object>> tried = new HashSet<>();

    /** Whether this one was not tried before. */
    boolean add(Object acknowledged, SimulatedDisk picture) {
        return tried.add(List.of(acknowledged, picture.digest()));
    }

    /** How many different ones there were. */
    int size() {
        return tried.size();
    }
}
