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
            if (Math.abs(name.length() - unknown.length()) >= least) {
                continue;
            }
            int distance = distance(unknown.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Insertions, deletions, substitutions and swaps of neighbours from one to the other. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
