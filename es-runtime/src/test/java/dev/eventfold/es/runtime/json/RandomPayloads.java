package dev.eventfold.es.runtime.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Makes values of any class that {@link Shapes} uses, edges of the range and nulls among them. */
final class RandomPayloads {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "plain",
            "with / and \\ and \"",
            "tab\tline\nend",
            "\u0000\u001f\u007f",
            "é ß \u2028",
            "\uD83D\uDE00",
            "null",
            "0");

    private final Random random;

    RandomPayloads(Random random) {
        this.random = random;
    }

    <T> T make(Class<T> type) throws ReflectiveOperationException {
        return type.cast(object(type, 0));
    }

    private Object object(Class<?> type, int depth) throws ReflectiveOperationException {
        return type.isRecord() ? record(type, depth) : fields(type, depth);
    }

    private Object record(Class<?> type, int depth) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int at = 0; at < components.length; at++) {
            types[at] = components[at].getType();
            values[at] = value(components[at].getGenericType(), depth);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        if (type == Shapes.Checked.class && (int) values[0] > (int) values[1]) {
            return new Shapes.Checked((int) values[1], (int) values[0]);
        }
        return constructor.newInstance(values);
    }

    private Object fields(Class<?> type, int depth) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object made = constructor.newInstance();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && random.nextInt(4) > 0) {
                field.setAccessible(true);
                field.set(made, value(field.getGenericType(), depth));
            }
        }
        return made;
    }

    private Object value(Type type, int depth) throws ReflectiveOperationException {
        boolean isPrimitive = type instanceof Class<?> plain && plain.isPrimitive();
        return !isPrimitive && random.nextInt(8) == 0 ? null : some(type, depth);
    }

    private Object some(Type type, int depth) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return container(generic, depth);
        }
        Class<?> plain = (Class<?>) type;
        Object scalar = scalar(plain);
        if (scalar != null) {
            return scalar;
        }
        if (plain.isEnum()) {
            return pick(plain.getEnumConstants());
        }
        return depth > 4 ? null : object(plain, depth + 1);
    }

    private Object container(ParameterizedType type, int depth) throws ReflectiveOperationException {
        Type first = type.getActualTypeArguments()[0];
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.ofNullable(some(first, depth));
        }
        int size = depth > 3 ? 0 : random.nextInt(4);
        if (raw == Map.class) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (int at = 0; at < size; at++) {
                entries.put(key((Class<?>) first), value(type.getActualTypeArguments()[1], depth + 1));
            }
            return entries;
        }
        Collection<Object> elements = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        for (int at = 0; at < size; at++) {
            boolean isOfConstants = raw == Set.class && first == Shapes.Colour.class; // where null is an error
            elements.add(isOfConstants ? some(first, depth) : value(first, depth + 1));
        }
        return elements;
    }

    private Object key(Class<?> type) throws ReflectiveOperationException {
        if (type.isRecord()) {
            RecordComponent component = type.getRecordComponents()[0];
            return type.getDeclaredConstructor(component.getType()).newInstance(scalar(component.getType()));
        }
        return some(type, 0);
    }

    private Object scalar(Class<?> type) {
        Function<Random, Object> make = SCALARS.get(type);
        return make == null ? null : make.apply(random);
    }

    private Object pick(Object[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static final Map<Class<?>, Function<Random, Object>> SCALARS = scalars();

    private static Map<Class<?>, Function<Random, Object>> scalars() {
        Map<Class<?>, Function<Random, Object>> all = new LinkedHashMap<>();
        add(all, boolean.class, Boolean.class, Random::nextBoolean);
        add(all, byte.class, Byte.class, random -> (byte) random.nextInt());
        add(all, short.class, Short.class, random -> (short) random.nextInt());
        add(all, int.class, Integer.class, random -> (int) whole(random));
        add(all, long.class, Long.class, RandomPayloads::whole);
        add(all, float.class, Float.class, random -> (float) real(random));
        add(all, double.class, Double.class, RandomPayloads::real);
        add(all, char.class, Character.class, random -> "aZ0\"\\\té€/".charAt(random.nextInt(9)));
        all.put(String.class, RandomPayloads::text);
        all.put(byte[].class, RandomPayloads::bytes);
        all.put(UUID.class, random -> new UUID(random.nextLong(), random.nextLong()));
        all.put(URI.class, random -> URI.create("https://x.example/" + random.nextInt(100) + "?q=%20"));
        all.put(Currency.class, random -> Currency.getInstance(random.nextBoolean() ? "EUR" : "JPY"));
        all.put(BigInteger.class, random -> new BigInteger(random.nextInt(200), random));
        all.put(
                BigDecimal.class,
                random -> new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(40) - 20));
        all.put(Instant.class, RandomPayloads::instant);
        all.put(Duration.class, random -> Duration.ofSeconds(random.nextInt(), random.nextInt(3) * 500L));
        all.put(Period.class, random -> Period.of(random.nextInt(9) - 4, random.nextInt(20), random.nextInt(9)));
        all.put(LocalDate.class, random -> local(random).toLocalDate());
        all.put(LocalTime.class, random -> local(random).toLocalTime());
        all.put(LocalDateTime.class, RandomPayloads::local);
        all.put(
                OffsetDateTime.class,
                random -> local(random).atOffset(ZoneOffset.ofTotalSeconds(900 * (random.nextInt(100) - 50))));
        all.put(
                OptionalInt.class,
                random -> random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt()));
        all.put(
                OptionalLong.class,
                random -> random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong()));
        all.put(
                OptionalDouble.class,
                random -> random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble()));
        return all;
    }

    private static <T> void add(
            Map<Class<?>, Function<Random, Object>> all,
            Class<T> primitive,
            Class<T> box,
            Function<Random, Object> make) {
        all.put(primitive, make);
        all.put(box, make);
    }

    private static long whole(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(100);
            case 2 -> Integer.MIN_VALUE;
            case 3 -> Long.MAX_VALUE;
            default -> random.nextLong();
        };
    }

    private static double real(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> 0.0;
            case 1 -> -0.0;
            case 2 -> random.nextInt(1000) / 8.0;
            case 3 -> Double.MIN_VALUE;
            case 4 -> 1e22;
            default -> Double.longBitsToDouble(random.nextLong() & 0xBFFF_FFFF_FFFF_FFFFL);
        };
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()))
                + (random.nextInt(200) == 0 ? "x".repeat(random.nextInt(9000)) : "");
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Instant instant(Random random) {
        long second = random.nextInt(6) == 0 ? (random.nextBoolean() ? -1 : 1) * 300_000_000_000L : random.nextInt();
        return Instant.ofEpochSecond(second, random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000_000));
    }

    private static LocalDateTime local(Random random) {
        LocalDateTime base = LocalDateTime.ofEpochSecond(random.nextInt(), 0, ZoneOffset.UTC);
        return switch (random.nextInt(4)) {
            case 0 -> base.withHour(0).withMinute(0).withSecond(0);
            case 1 -> base.withNano(random.nextInt(1000) * 1_000_000);
            case 2 -> base.withYear(random.nextBoolean() ? 12_345 : -5).withNano(1);
            default -> base;
        };
    }
}
