package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.ConsumerStatus;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The consumers of a store, of whichever kind: they share one name space. */
final class Consumers {
    private Consumers() {}

    /** Those of several kinds in one list, by name. */
    @SafeVarargs
    static List<ConsumerStatus> byName(List<ConsumerStatus>... kinds) {
        return Arrays.stream(kinds)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(ConsumerStatus::consumer))
                .toList();
    }
}
