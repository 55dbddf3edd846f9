package dev.eventfold.es.runtime.store.file;

import java.util.OptionalLong;

/** The names of segments: the first commit in 20 digits, so that they sort. */
final class SegmentName {
    /** The directory of the segments. */
    static final String DIRECTORY = "events";

    private static final String SUFFIX = ".jsonl";
    private static final int DIGITS = 20;

    private SegmentName() {}

    static String of(long firstCommit) {
        return digits(firstCommit) + SUFFIX;
    }

    /** A commit in a name. */
    static String digits(long commit) {
        String digits = Long.toString(commit);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    static String path(long firstCommit) {
        return DIRECTORY + "/" + of(firstCommit);
    }

    /** The first commit that a file name says; empty when it is not the name of a segment. */
    static OptionalLong firstCommit(String name) {
        if (name.length() != DIGITS + SUFFIX.length() || !name.endsWith(SUFFIX)) {
            return OptionalLong.empty();
        }
        long commit = 0;
        for (int at = 0; at < DIGITS; at++) {
            int digit = name.charAt(at) - '0';
            if (digit < 0 || digit > 9 || commit > (Long.MAX_VALUE - digit) / 10) {
                return OptionalLong.empty();
            }
            commit = commit * 10 + digit;
        }
        return commit == 0 ? OptionalLong.empty() : OptionalLong.of(commit);
    }
}
