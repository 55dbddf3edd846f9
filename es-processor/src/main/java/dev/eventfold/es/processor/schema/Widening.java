package dev.eventfold.es.processor.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which single values can be read as another type without losing anything. */
final class Widening {
    private static final Map<String, String> BOXED = Map.of(
            "Byte", "byte",
            "Short", "short",
            "Integer", "int",
            "Long", "long",
            "Float", "float",
            "Double", "double",
            "Boolean", "boolean",
            "Character", "char");

    private static final List<String> WHOLE = List.of("byte", "short", "int", "long", "BigInteger", "BigDecimal");
    private static final Set<String> FIT_DOUBLE = Set.of("byte", "short", "int", "float");
    private static final Set<String> FIT_DECIMAL = Set.of("float", "double");
    private static final Set<String> WRITTEN_AS_TEXT = Set.of(
            "char",
            "UUID",
            "Instant",
            "LocalDate",
            "LocalTime",
            "LocalDateTime",
            "OffsetTime",
            "OffsetDateTime",
            "ZonedDateTime",
            "Duration",
            "Period",
            "YearMonth",
            "MonthDay",
            "ZoneId",
            "ZoneOffset");

    private Widening() {}

    static boolean reads(String reader, String stored) {
        if (reader.equals(stored) || reader.equals("Object")) {
            return true;
        }
        boolean mayBeNull = BOXED.containsKey(stored);
        boolean refusesNull = BOXED.containsValue(reader);
        return !(mayBeNull && refusesNull) && widens(plain(reader), plain(stored));
    }

    private static String plain(String type) {
        return BOXED.getOrDefault(type, type);
    }

    private static boolean widens(String reader, String stored) {
        if (reader.equals(stored)) {
            return true;
        }
        if (WHOLE.contains(stored) && WHOLE.indexOf(stored) < WHOLE.indexOf(reader)) {
            return true;
        }
        return switch (reader) {
            case "double" -> FIT_DOUBLE.contains(stored);
            case "BigDecimal" -> FIT_DECIMAL.contains(stored);
            case "String" -> WRITTEN_AS_TEXT.contains(stored);
            default -> false;
        };
    }
}
