package dev.eventfold.es.processor;

import java.util.Locale;

/** The constant of a timeout in the generated class: {@code PERIOD_END} for {@code period-end} and for {@code periodEnd}. */
final class TimeoutConstant {
    private TimeoutConstant() {}

    /** An identifier, whatever the name holds. */
    static String of(String timeout) {
        StringBuilder words = new StringBuilder();
        int before = '_';
        for (int c : timeout.codePoints().toArray()) {
            if (Character.isLowerCase(before) && Character.isUpperCase(c)) {
                words.append('_');
            }
            words.appendCodePoint(c);
            before = c;
        }
        String constant = identifier(words.toString().toUpperCase(Locale.ROOT));
        boolean begins = !constant.isEmpty() && Character.isJavaIdentifierStart(constant.codePointAt(0));
        String begun = begins ? constant : "_" + constant;
        return begun.equals("_") ? "__" : begun;
    }

    private static String identifier(String text) {
        StringBuilder identifier = new StringBuilder();
        text.codePoints()
                .map(c ->
                        Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) && c != '$' ? c : '_')
                .forEach(identifier::appendCodePoint);
        return identifier.toString();
    }
}
