package dev.eventfold.es.runtime.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names that come again and again in lines: of aggregates, events, commands. Each is decoded once, and is the same string from then on, which
 * spares a third of what reading an event allocates. Bounded; safe for use by any number of threads.
 */
final class Names {
    private static final int SLOTS = 256;
    private static final int LONGEST = 64;

    /** A later name takes the place of an earlier one. Which thread puts what is all the same: a string shows itself whole to every thread. */
    private final String[] known = new String[SLOTS];

    Names() {
        Arrays.fill(known, "");
    }

    /** A name without escapes. */
    String get(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return decode(bytes, from, to);
        }
        int hash = to - from;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + bytes[at];
        }
        int slot = (hash ^ hash >>> 8) & (SLOTS - 1);
        String name = known[slot];
        if (!isAscii(name, bytes, from, to)) {
            name = decode(bytes, from, to);
            known[slot] = name;
        }
        return name;
    }

    /** Whether it is this name, of one byte for each char. */
    private static boolean isAscii(String name, byte[] bytes, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (name.charAt(at - from) != bytes[at]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
