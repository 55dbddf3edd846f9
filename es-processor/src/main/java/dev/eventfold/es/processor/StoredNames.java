package dev.eventfold.es.processor;

/** Which names may be stored on disk. */
final class StoredNames {
    private static final int LONGEST = 100;

    private StoredNames() {}

    static void check(String name, SourceSpot spot, Diagnostics diagnostics) {
        if (!isLegal(name)) {
            diagnostics.report(spot, Cause.of(Problem.BAD_NAME, name), Problem.BAD_NAME, name);
        }
    }

    /** Whether a name is ours: the streams of dead letters and the like. */
    static boolean isSystem(String name) {
        return name.startsWith("$") && isLegal(name.substring(1));
    }

    private static boolean isLegal(String name) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST || name.endsWith(".")) {
            return false;
        }
        int first = name.codePointAt(0);
        return (Character.isLetterOrDigit(first) || first == '_')
                && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_-.$".indexOf(c) >= 0);
    }
}
