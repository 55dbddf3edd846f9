package dev.eventfold.es.spi;

import java.util.List;

/**
 * What an event, a command or the state of a process manager was before: its names, and how its older shapes are read.
 *
 * @param version the version of the present shape, from 1
 * @param formerNames older stored names
 * @param upcasters one for each version below the present one, in order
 */
public record Evolution(int version, List<String> formerNames, List<Upcaster<?, ?>> upcasters) {
    /** Of what has its first name and its first shape. */
    public static final Evolution FIRST = new Evolution(1, List.of(), List.of());

    /** Copies, and checks that every older version can be read. */
    public Evolution {
        formerNames = List.copyOf(formerNames);
        upcasters = List.copyOf(upcasters);
        if (version != upcasters.size() + 1) {
            throw new IllegalArgumentException(
                    "not one upcaster for each older version: version=" + version + ", upcasters=" + upcasters.size());
        }
        for (int at = 0; at < upcasters.size(); at++) {
            if (upcasters.get(at).from() != at + 1) {
                throw new IllegalArgumentException("upcasters are out of order: at=" + at + ", from="
                        + upcasters.get(at).from());
            }
        }
    }

    /**
     * Of what has older shapes.
     *
     * @param upcasters one for each version below the present one, in order
     * @return with no older names
     */
    public static Evolution through(Upcaster<?, ?>... upcasters) {
        return new Evolution(upcasters.length + 1, List.of(), List.of(upcasters));
    }

    /**
     * Of what had other names.
     *
     * @param names older stored names
     * @return a copy with these
     */
    public Evolution formerly(String... names) {
        return new Evolution(version, List.of(names), upcasters);
    }
}
