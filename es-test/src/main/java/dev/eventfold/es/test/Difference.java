package dev.eventfold.es.test;

import java.util.ArrayList;
import java.util.List;

/** Tells how two lists of lines differ: what is missing has a minus, what is too much a plus. */
final class Difference {
    private final List<String> expected;
    private final List<String> actual;
    private final int[][] common;

    private Difference(List<String> expected, List<String> actual) {
        this.expected = expected;
        this.actual = actual;
        this.common = new int[expected.size() + 1][actual.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = actual.size() - 1; j >= 0; j--) {
                common[i][j] = expected.get(i).equals(actual.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
    }

    /**
     * Fails unless they are equal.
     *
     * @param what names the lines, such as {@code events}
     */
    static void refuse(String what, List<String> expected, List<String> actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("the " + what + " are not as expected (- is missing, + is too much):"
                    + new Difference(expected, actual).text());
        }
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < actual.size()) {
            if (i < expected.size() && j < actual.size() && expected.get(i).equals(actual.get(j))) {
                lines.add("\n    " + expected.get(i));
                i++;
                j++;
            } else if (i < expected.size() && (j == actual.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("\n  - " + expected.get(i++));
            } else {
                lines.add("\n  + " + actual.get(j++));
            }
        }
        return String.join("", lines);
    }
}
