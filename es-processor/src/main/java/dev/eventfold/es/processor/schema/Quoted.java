package dev.eventfold.es.processor.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in the schema lock: as they are, or in quotes where a character would be taken for something else. */
final class Quoted {
    private static final String PLAIN = "_-.$";
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Quoted() {}

    static String text(String name) {
        return !name.isEmpty() && name.codePoints().allMatch(Quoted::isPlain) ? name : quoted(name);
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
    }

    private static String quoted(String name) {
        StringBuilder text = new StringBuilder("\"");
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /**
     * A name that was read.
     *
     * @param name the name
     * @param end where the text goes on
     */
    record Read(String name, int end) {}

    /** The name that begins there; empty when none does. */
    static Optional<Read> read(String text, int from) {
        return text.startsWith("\"", from) ? readQuoted(text, from + 1) : readPlain(text, from);
    }

    private static Optional<Read> readPlain(String text, int from) {
        int end = from;
        while (end < text.length() && isPlain(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end == from ? Optional.empty() : Optional.of(new Read(text.substring(from, end), end));
    }

    private static Optional<Read> readQuoted(String text, int from) {
        StringBuilder name = new StringBuilder();
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return Optional.of(new Read(name.toString(), at + 1));
            }
            Matcher escaped = ESCAPED.matcher(text).region(at, text.length());
            if (escaped.lookingAt()) {
                name.append((char) Integer.parseInt(escaped.group(1), 16));
                at += 5;
            } else {
                at += c == '\\' ? 1 : 0;
                name.append(at < text.length() ? text.charAt(at) : c);
            }
        }
        return Optional.empty();
    }
}
