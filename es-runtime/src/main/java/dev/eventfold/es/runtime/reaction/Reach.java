package dev.eventfold.es.runtime.reaction;

import java.util.Map;
import java.util.TreeMap;

/**
 * The events that a pass waits for: those that were there when it began, and what process managers wrote for one of them. What other callers
 * add in between is passed on the way, but what comes of it prolongs nothing. Safe for use by any number of threads.
 */
final class Reach {
    private final long head;
    private final TreeMap<Long, Long> caused = new TreeMap<>();
    private long target;

    Reach(long head) {
        this.head = head;
        this.target = head;
    }

    /** The position to reach. */
    synchronized long target() {
        return target;
    }

    synchronized void extend(Step step) {
        if (step.to() > step.from() && holds(step.position())) {
            add(step.from(), step.to());
            target = Math.max(target, step.to());
        }
    }

    private boolean holds(long position) {
        if (position <= head) {
            return true;
        }
        Map.Entry<Long, Long> before = caused.lowerEntry(position);
        return before != null && position <= before.getValue();
    }

    /** Adds the positions after one up to another, joined to those that end where they begin. */
    private void add(long from, long to) {
        Map.Entry<Long, Long> before = caused.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            caused.put(before.getKey(), Math.max(before.getValue(), to));
        } else {
            caused.put(from, to);
        }
    }
}
