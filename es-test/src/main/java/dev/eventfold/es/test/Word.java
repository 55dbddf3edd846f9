package dev.eventfold.es.test;

/** A piece of text without spaces in it: as it is where that can be told, else quoted as in JSON. */
final class Word {
    /** One word, whichever way it is written. */
    static final String PATTERN = "[\\w.$@+-]+|\"(?:[^\"\\\\]|\\\\.)*\"";

    private Word() {}

    static String of(String text) {
        if (text.matches("[\\w.$@+-]+")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.getType(c) == Character.LINE_SEPARATOR || c == '\u0085' || c == '\u2029') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The text of what matched the pattern. */
    static String text(String word) {
        if (!word.startsWith("\"")) {
            return word;
        }
        StringBuilder text = new StringBuilder();
        for (int at = 1; at < word.length() - 1; at++) {
            char c = word.charAt(at);
            if (c != '\\') {
                text.append(c);
            } else if (word.charAt(at + 1) == 'u') {
                text.append((char) Integer.parseInt(word.substring(at + 2, at + 6), 16));
                at += 5;
            } else {
                text.append(word.charAt(++at));
            }
        }
        return text.toString();
    }
}
