package dev.eventfold.es.spi;

import dev.eventfold.es.RecordedEvent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The keys of the process instances that an event is for. A {@code null} is a failure. */
public final class Keys {
    private static final String NULL = "the key of the event is null";

    private static final String MISSING = "the JSON of the event has no such member: member=";

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

    /**
     * Of a raw event: a top-level member of its JSON. Text and whole numbers are taken as they are, an object of one member is what that
     * member is, and an array gives one key for each distinct element, in order.
     *
     * @param event the event, which the codec can read as a {@link Map}
     * @param member the name of the member
     * @return a list without duplicates
     */
    public static List<String> member(RecordedEvent event, String member) {
        Map<?, ?> json = event.as(Map.class);
        Object value = Objects.requireNonNull(json.get(member), () -> MISSING + member);
        return value instanceof Collection<?> elements ? each(elements, Keys::text) : one(text(value));
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> object && object.size() == 1) {
            return text(Objects.requireNonNull(object.values().iterator().next(), NULL));
        }
        if (value instanceof String || value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "cannot be a key: type=" + value.getClass().getSimpleName());
    }
}
