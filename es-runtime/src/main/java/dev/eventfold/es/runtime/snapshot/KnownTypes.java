package dev.eventfold.es.runtime.snapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;

/** What is known of the classes of the JDK that states are made of. */
final class KnownTypes {
    /** How the names of their classes begin. */
    private static final List<String> IMMUTABLE = List.of(
            "java.lang.",
            "java.math.",
            "java.time.",
            "java.net.URI",
            "java.util.Optional",
            "java.util.Currency",
            "java.util.Locale",
            "java.util.ImmutableCollections$",
            "java.util.Collections$Empty");

    private KnownTypes() {}

    static boolean isOfJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    /** Whether it makes no difference that it stands in two places: nobody can change it. */
    static boolean isImmutable(Object value) {
        String name = value.getClass().getName();
        return value instanceof Record
                || value instanceof Enum
                || value instanceof UUID
                || IMMUTABLE.stream().anyMatch(name::startsWith);
    }

    /** A set or map that promises no order, so that it may be read back in another. */
    static boolean isUnordered(Object value) {
        Class<?> type = value.getClass();
        return type == HashSet.class
                || type == HashMap.class
                || (isImmutable(value) && (value instanceof Set || value instanceof Map));
    }

    /** Whether its order is that of a comparator, or of accesses. */
    static boolean hasOrderOfItsOwn(Object value) {
        return (value instanceof SortedSet<?> set && set.comparator() != null)
                || (value instanceof SortedMap<?, ?> map && map.comparator() != null)
                || (value instanceof PriorityQueue<?> queue && queue.comparator() != null);
    }
}
