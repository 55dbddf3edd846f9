package dev.eventfold.es.runtime.snapshot;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a state with what was read back of it, object by object: whether the two would behave alike from here on. That its JSON is the same says
 * too little: a field that is left out, a sorted set that is read as another one, an object that two others share do not show in it.
 */
final class StateComparison {
    private final Set<Object> shared = Collections.newSetFromMap(new IdentityHashMap<>());

    private StateComparison() {}

    /**
     * What is different.
     *
     * @param state the state
     * @param copy what was read back
     * @return where, and how; empty when they are alike
     */
    static Optional<String> difference(Object state, Object copy) {
        return Optional.ofNullable(new StateComparison().compare("state", state, copy));
    }

    private @Nullable String compare(String path, @Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return null;
        }
        if (one == null || other == null) {
            return path + " was " + name(one) + " and is read back as " + name(other);
        }
        if (!KnownTypes.isImmutable(one) && !shared.add(one)) {
            return path + " is an object that stands in another place too";
        }
        if (one instanceof List<?> list && other instanceof List<?> read && KnownTypes.isOfJdk(one)) {
            return compareInOrder(path, list, read);
        }
        if (KnownTypes.isUnordered(one)) {
            return one instanceof Map<?, ?> map ? unordered(path, map, other) : unordered(path, (Set<?>) one, other);
        }
        if (one.getClass() != other.getClass()) {
            return path + " is a " + one.getClass().getName() + " and is read back as a "
                    + other.getClass().getName();
        }
        return sameClass(path, one, other);
    }

    private static String name(@Nullable Object value) {
        return value == null ? "null" : "a " + value.getClass().getName();
    }

    private @Nullable String sameClass(String path, Object one, Object other) {
        if (KnownTypes.hasOrderOfItsOwn(one)) {
            return path + " has a comparator, which is not kept";
        }
        if (one instanceof Map<?, ?> map && KnownTypes.isOfJdk(one)) {
            Map<?, ?> read = (Map<?, ?>) other;
            String keys = compareInOrder(path + " (keys)", map.keySet(), read.keySet());
            return keys != null ? keys : compareInOrder(path, map.values(), read.values());
        }
        if (one instanceof Collection<?> collection && KnownTypes.isOfJdk(one)) {
            return compareInOrder(path, collection, (Collection<?>) other);
        }
        if (one instanceof Optional<?> optional) {
            return compare(path, optional.orElse(null), ((Optional<?>) other).orElse(null));
        }
        if (one.getClass().isArray()) {
            return compareArrays(path, one, other);
        }
        if (KnownTypes.isOfJdk(one)) {
            return one.equals(other) ? null : path + " was " + one + " and is read back as " + other;
        }
        return one instanceof Enum<?> ? path + " is another constant" : compareFields(path, one, other);
    }

    private @Nullable String compareInOrder(String path, Collection<?> one, Collection<?> other) {
        if (one.size() != other.size()) {
            return path + " had " + one.size() + " elements and has " + other.size();
        }
        Iterator<?> read = other.iterator();
        int n = 0;
        for (Object element : one) {
            String difference = compare(path + "[" + n++ + "]", element, read.next());
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private @Nullable String unordered(String path, Set<?> one, Object other) {
        if (!(other instanceof Set<?> read) || read.size() != one.size()) {
            return path + " is read back as another set";
        }
        Map<Object, Object> elements = new HashMap<>();
        read.forEach(element -> elements.put(element, element));
        for (Object element : one) {
            String difference = compare(path + "[…]", element, elements.get(element));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private @Nullable String unordered(String path, Map<?, ?> one, Object other) {
        if (!(other instanceof Map<?, ?> read) || read.size() != one.size()) {
            return path + " is read back as another map";
        }
        String keys = unordered(path, one.keySet(), read.keySet());
        for (Map.Entry<?, ?> entry : keys == null ? one.entrySet() : Set.<Map.Entry<?, ?>>of()) {
            String difference = compare(path + "[" + entry.getKey() + "]", entry.getValue(), read.get(entry.getKey()));
            if (difference != null) {
                return difference;
            }
        }
        return keys;
    }

    private @Nullable String compareArrays(String path, Object one, Object other) {
        int length = Array.getLength(one);
        if (length != Array.getLength(other)) {
            return path + " has another length";
        }
        for (int n = 0; n < length; n++) {
            String difference = compare(path + "[" + n + "]", Array.get(one, n), Array.get(other, n));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private @Nullable String compareFields(String path, Object one, Object other) {
        for (Class<?> type = one.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                String difference = Modifier.isStatic(field.getModifiers())
                        ? null
                        : compare(path + "." + field.getName(), value(field, one), value(field, other));
                if (difference != null) {
                    return difference;
                }
            }
        }
        return null;
    }

    /** A module that keeps its classes closed keeps its states from being compared, and so from being kept. */
    private static @Nullable Object value(Field field, Object object) {
        field.setAccessible(true);
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
