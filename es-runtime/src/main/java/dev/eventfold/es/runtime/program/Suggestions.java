package dev.eventfold.es.runtime.program;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The end of a message about a name that nobody knows: what was meant, if it is near, else what is known. */
public final class Suggestions {
    private static final int MOST_LISTED = 20;

    private Suggestions() {}

    /**
     * What to add to the message.
     *
     * @param unknown the name given
     * @param known the names there are
     * @return text that begins with a separator
     */
    public static String of(String unknown, Collection<String> known) {
        String nearest = nearest(unknown, known);
        if (nearest != null) {
            return ", did you mean: " + nearest;
        }
        if (known.size() > MOST_LISTED) {
            return ", known: " + known.stream().limit(MOST_LISTED).toList() + " and " + (known.size() - MOST_LISTED)
                    + " more";
        }
        return ", known: " + known;
    }

    private static @Nullable String nearest(String unknown, Collection<String> known) {
        String nearest = null;
        int least = Math.max(1, unknown.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(unknown.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), least);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Insertions, deletions and substitutions from one to the other; at least {@code enough} when it is that or more. */
    private static int distance(String from, String to, int enough) {
        if (Math.abs(from.length() - to.length()) >= enough) {
            return enough;
        }
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
