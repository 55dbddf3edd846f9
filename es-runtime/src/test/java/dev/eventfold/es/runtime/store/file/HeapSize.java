package dev.eventfold.es.runtime.store.file;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The bytes that an object of this package and all that belongs to it take on the heap, by the layout of a 64-bit JVM with compressed
 * references: the same number on every machine and in every run.
 */
final class HeapSize {
    private static final int OBJECT_HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int ENTRY_OF_A_MAP = 64;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();

    private HeapSize() {}

    static long of(Object root) {
        HeapSize size = new HeapSize();
        size.visit(root);
        long bytes = 0;
        while (!size.waiting.isEmpty()) {
            bytes += size.take(size.waiting.pop());
        }
        return bytes;
    }

    private void visit(Object value) {
        if (value != null && seen.add(value)) {
            waiting.push(value);
        }
    }

    private long take(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return takeArray(value, type.getComponentType());
        }
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::visit);
            return (long) ENTRY_OF_A_MAP * map.size();
        }
        if (value instanceof Collection<?> collection) {
            collection.forEach(this::visit);
            return (long) ENTRY_OF_A_MAP * collection.size();
        }
        if (!type.getName().startsWith("dev.eventfold.")) {
            return rounded(OBJECT_HEADER + REFERENCE);
        }
        return takeFields(value, type);
    }

    private long takeArray(Object array, Class<?> component) {
        int length = Array.getLength(array);
        for (int n = 0; !component.isPrimitive() && n < length; n++) {
            visit(Array.get(array, n));
        }
        return rounded(ARRAY_HEADER + (long) length * width(component));
    }

    private long takeFields(Object value, Class<?> type) {
        long bytes = OBJECT_HEADER;
        for (Class<?> declaring = type; declaring != Object.class; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    bytes += width(field.getType());
                    if (!field.getType().isPrimitive()) {
                        visit(read(field, value));
                    }
                }
            }
        }
        return rounded(bytes);
    }

    private static Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static int width(Class<?> type) {
        if (!type.isPrimitive()) {
            return REFERENCE;
        }
        return type == long.class || type == double.class
                ? 8
                : type == int.class || type == float.class ? 4 : type == byte.class || type == boolean.class ? 1 : 2;
    }

    private static long rounded(long bytes) {
        return (bytes + 7) / 8 * 8;
    }
}
