package dev.eventfold.es.processor;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** "Did you mean": the known name that a mistyped one is nearest to. */
final class Suggestions {
    private static final int MOST_LISTED = 5;

    private Suggestions() {}

    /** What to add to a message about an unknown name: the near miss, or what there is. */
    static String of(String mistyped, Collection<String> known) {
        return nearest(mistyped, known)
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElseGet(() -> known.isEmpty() ? "" : " There is " + list(known) + ".");
    }

    static Optional<String> nearest(String mistyped, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(mistyped, name) <= Math.max(1, Math.max(mistyped.length(), name.length()) / 3))
                .min(Comparator.<String>comparingInt(name -> distance(mistyped, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String list(Collection<String> known) {
        String first = known.stream()
                .sorted()
                .distinct()
                .limit(MOST_LISTED)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return known.stream().distinct().count() > MOST_LISTED ? first + " and more" : first;
    }

    /** Levenshtein's, case ignored: a slip of the shift key is the nearest miss there is. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int column = 0; column <= b.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= a.length(); row++) {
            int[] current = new int[b.length() + 1];
            current[0] = row;
            for (int column = 1; column <= b.length(); column++) {
                int replaced = previous[column - 1] + (a.charAt(row - 1) == b.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
