package dev.eventfold.es.spi;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The keys of the process instances that an event is for. A {@code null} is a failure. */
public final class Keys {
    private static final String NULL = "the key of the event is null";

    private Keys() {}

    /**
     * Of a key that is one value.
     *
     * @param key the key, as text
     * @return a list of one
     */
    public static List<String> one(String key) {
        return List.of(Objects.requireNonNull(key, NULL));
    }

    /**
     * Of a key that is a collection: one for each distinct element, in order.
     *
     * @param <K> the element
     * @param elements the collection
     * @param text gives an element as text
     * @return a list without duplicates
     */
    public static <K> List<String> each(Collection<? extends K> elements, Function<? super K, String> text) {
        Objects.requireNonNull(elements, NULL);
        Set<String> keys = new LinkedHashSet<>();
        for (K element : elements) {
            keys.add(Objects.requireNonNull(text.apply(Objects.requireNonNull(element, NULL)), NULL));
        }
        return List.copyOf(keys);
    }
}
