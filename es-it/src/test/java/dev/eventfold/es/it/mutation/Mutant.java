package dev.eventfold.es.it.mutation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A program in which one thing was deleted or renamed.
 *
 * @param program the name of the program
 * @param change what was done, as in {@code delete @Handles of Order.handle(PlaceOrder)}
 * @param kind what was done to what
 * @param sources its sources, by path
 * @param renamed the new name, in what was renamed
 */
record Mutant(String program, String change, Kind kind, SortedMap<String, String> sources, Optional<Renamed> renamed) {
    /** What is done. */
    enum Kind {
        /** A reaction is deleted as a whole, or its annotation: nobody can know that it was wanted. */
        DELETED_REACTION,
        DELETED,
        RENAMED,
        MISTYPED
    }

    /**
     * A name and what it is now.
     *
     * @param before the name
     * @param now the name in the mutant
     */
    record Renamed(String before, String now) {
        /** Of the same length, so that no line breaks elsewhere for it. */
        static Renamed of(String name) {
            return new Renamed(name, (name.length() > 1 ? name.substring(0, name.length() - 1) : name) + "0");
        }

        /** A text that was written for the new name, as it would be for the old one. */
        String undone(String text) {
            return text.replaceAll("(?<!\")" + now, before).replace(constant(now), constant(before));
        }

        private static String constant(String name) {
            return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        }
    }

    static Mutant of(Program program, String change, Kind kind, Collection<Edit> edits) {
        return new Mutant(program.name(), change, kind, edited(program, edits), Optional.empty());
    }

    /** With the file that bears the old name. */
    static Mutant renamed(Program program, String change, Renamed renamed, Collection<Edit> edits) {
        SortedMap<String, String> sources = new TreeMap<>();
        edited(program, edits)
                .forEach((path, text) -> sources.put(
                        path.replaceAll("(^|/)" + renamed.before() + "\\.java$", "$1" + renamed.now() + ".java"),
                        text));
        return new Mutant(program.name(), change, Kind.RENAMED, sources, Optional.of(renamed));
    }

    /** Whether only what an annotation says differs, or that it is there: the compiler takes that as it took the program. */
    boolean isOfAnnotation() {
        return kind == Kind.MISTYPED || change.startsWith("delete @");
    }

    Mutant numbered(int number) {
        return number == 1 ? this : new Mutant(program, change + " #" + number, kind, sources, renamed);
    }

    private static SortedMap<String, String> edited(Program program, Collection<Edit> edits) {
        Map<String, List<Edit>> byFile = edits.stream().collect(Collectors.groupingBy(Edit::file));
        SortedMap<String, String> sources = new TreeMap<>(program.sources());
        byFile.forEach((file, some) -> sources.computeIfPresent(file, (path, text) -> Edit.apply(text, some)));
        sources.values().removeIf(Mutant::declaresNothing);
        return sources;
    }

    /** A file whose only type was deleted. */
    private static boolean declaresNothing(String source) {
        return source.isBlank()
                || source.replaceAll("(?s)/\\*.*?\\*/", "").matches("(?s)\\s*package [\\w.]+;\\s*(import [^;]+;\\s*)*")
                        && !source.contains("@");
    }

    @Override
    public String toString() {
        return program + ": " + change;
    }
}
