package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.ConsumerStatus;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The consumers of a store, of whichever kind: they share one name space. */
final class Consumers {
    private Consumers() {}

    /** Those of two kinds in one list, by name. */
    static List<ConsumerStatus> byName(List<ConsumerStatus> some, List<ConsumerStatus> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparing(ConsumerStatus::consumer))
                .toList();
    }
}
