package dev.eventfold.es.processor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON that people can read and compare: an entry a line, small things in one line, keys in the order given. */
final class JsonText {
    /** What is not known; the collections here hold no {@code null}. */
    static final Object NULL = new Object();

    private static final int WIDTH = 120;
    private static final int MOST_IN_A_LINE = 2;

    private JsonText() {}

    /** Of maps with text keys, lists, text, whole numbers, booleans, and {@link #NULL}. */
    static String of(Object value) {
        return text(value, "") + "\n";
    }

    private static String text(Object value, String indent) {
        String line = line(value);
        if (line.length() + indent.length() <= WIDTH && !isRoomy(value)) {
            return line;
        }
        String deeper = indent + "  ";
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(entry -> deeper + quoted(entry.getKey().toString()) + ": " + text(entry.getValue(), deeper))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        return value instanceof List<?> list
                ? list.stream()
                        .map(element -> deeper + text(element, deeper))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"))
                : line;
    }

    /** So that one more of them changes one line. */
    private static boolean isRoomy(Object value) {
        return value instanceof Map<?, ?> object
                ? object.size() > MOST_IN_A_LINE
                : value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
    }

    private static String line(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ": " + line(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::line).collect(Collectors.joining(", ", "[", "]"));
        }
        return value == NULL ? "null" : value instanceof String string ? quoted(string) : value.toString();
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(escaped((char) c)));
        return json.append('"').toString();
    }

    private static String escaped(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        return Character.isISOControl(c) || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029'
                ? "\\u%04x".formatted((int) c)
                : String.valueOf(c);
    }
}
