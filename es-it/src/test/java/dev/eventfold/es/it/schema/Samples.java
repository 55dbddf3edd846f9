package dev.eventfold.es.it.schema;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Objects of a class: usual ones, ones with as little in them as can be, ones with extreme values. */
final class Samples {
    private static final Map<Class<?>, List<?>> VALUES = Map.ofEntries(
            Map.entry(String.class, List.of("text", "", "7")),
            Map.entry(int.class, List.of(7, 0, Integer.MAX_VALUE)),
            Map.entry(Integer.class, Arrays.asList(7, null, Integer.MIN_VALUE)),
            Map.entry(long.class, List.of(7L, 0L, Long.MAX_VALUE)),
            Map.entry(Long.class, Arrays.asList(7L, null, Long.MIN_VALUE)),
            Map.entry(boolean.class, List.of(true, false, true)),
            Map.entry(Boolean.class, Arrays.asList(true, null, false)),
            Map.entry(char.class, List.of('a', '"', '\u20ac')),
            Map.entry(OptionalInt.class, List.of(OptionalInt.of(7), OptionalInt.empty(), OptionalInt.of(-1))),
            Map.entry(Duration.class, List.of(Duration.ofMillis(1500), Duration.ZERO, Duration.ofDays(-7))),
            Map.entry(float.class, List.of(0.5f, 0f, 0.1f)),
            Map.entry(double.class, List.of(0.5, 0.0, 1.0e-300)),
            Map.entry(
                    BigDecimal.class,
                    List.of(new BigDecimal("0.5"), BigDecimal.ZERO, new BigDecimal("12345678901234567890.123456789"))),
            Map.entry(UUID.class, List.of(new UUID(1, 2), new UUID(0, 0), new UUID(-1, -1))),
            Map.entry(Instant.class, List.of(Instant.ofEpochSecond(7, 123), Instant.EPOCH, Instant.MAX)),
            Map.entry(
                    LocalDate.class, List.of(LocalDate.of(2026, 11, 24), LocalDate.EPOCH, LocalDate.of(9999, 12, 31))));

    private final int variant;

    private Samples(int variant) {
        this.variant = variant;
    }

    static Stream<Object> of(Class<?> type) {
        return IntStream.range(0, 3).mapToObj(variant -> new Samples(variant).value(type));
    }

    private Object value(Type type) {
        try {
            return type instanceof ParameterizedType container
                    ? contained(container.getRawType(), container.getActualTypeArguments())
                    : plain((Class<?>) type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object contained(Type container, Type... of) {
        boolean isSparse = variant == 1;
        if (container == Optional.class) {
            return isSparse ? Optional.empty() : Optional.of(value(of[0]));
        }
        if (container == List.class) {
            return isSparse ? List.of() : List.of(value(of[0]), value(of[0]));
        }
        if (container == Set.class) {
            return isSparse ? Set.of() : new LinkedHashSet<>(List.of(value(of[0])));
        }
        return isSparse ? Map.of() : Map.of(value(of[0]), value(of[1]));
    }

    private Object plain(Class<?> type) throws ReflectiveOperationException {
        if (VALUES.containsKey(type)) {
            return VALUES.get(type).get(variant);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[variant % type.getEnumConstants().length];
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, value(type.getComponentType()));
            return array;
        }
        return type.isRecord() ? record(type) : object(type);
    }

    private Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private Object object(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object object = constructor.newInstance();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isTransient(field.getModifiers())) {
                field.setAccessible(true);
                field.set(object, value(field.getGenericType()));
            }
        }
        return object;
    }
}
