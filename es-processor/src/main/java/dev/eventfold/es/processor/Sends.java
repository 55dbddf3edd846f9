package dev.eventfold.es.processor;

import java.util.Comparator;
import java.util.List;

/**
 * What a reaction sends, as far as it says.
 *
 * @param known whether it says
 * @param named what it names, in the order written
 */
record Sends(boolean known, List<Sent> named) {
    Sends {
        named = List.copyOf(named);
    }

    static Sends unknown() {
        return new Sends(false, List.of());
    }

    static Sends only(List<Sent> named) {
        return new Sends(true, named);
    }

    /** Each command once, a family's members in its place, ordered by stored names. */
    List<Payload> commands() {
        return named.stream()
                .flatMap(sent -> sent.command().members().stream())
                .distinct()
                .sorted(Comparator.comparing(Payload::aggregate)
                        .thenComparing(Payload::name)
                        .thenComparing(Payload::type))
                .toList();
    }
}
