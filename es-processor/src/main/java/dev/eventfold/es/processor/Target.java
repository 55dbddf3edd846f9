package dev.eventfold.es.processor;

import java.util.Comparator;
import java.util.Optional;

/**
 * What one case of a generated switch is for: the stored names that it matches, and the class to read, if any.
 *
 * @param aggregate the stored name of the aggregate, or {@link Api#ANY}
 * @param name the stored name of the command or event, or {@link Api#ANY}
 * @param payload absent where the raw event is passed on
 */
record Target(String aggregate, String name, Optional<Payload> payload) {
    static final Comparator<Target> ORDER =
            Comparator.comparing(Target::aggregate).thenComparing(Target::name);

    static Target of(Payload payload) {
        return new Target(payload.aggregate(), payload.name(), Optional.of(payload));
    }

    /** Whether two of the same names are for the same payload; two classes of one stored name are another mistake. */
    boolean isSameAs(Target other) {
        return payload.isEmpty()
                || other.payload.isEmpty()
                || payload.get().type().equals(other.payload.get().type());
    }
}
