package dev.eventfold.es.processor;

/** What users write, as text inside of a javadoc tag. */
final class JavadocText {
    private JavadocText() {}

    /**
     * A name, unchanged where it can be stored. After an error files are written all the same, and what a name cannot hold must not end the comment or
     * the tag, nor begin a Unicode escape.
     */
    static String of(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isISOControl(c) || "*/\\{}@".indexOf(c) >= 0 ? '?' : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
