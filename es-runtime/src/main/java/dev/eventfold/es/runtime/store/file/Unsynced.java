package dev.eventfold.es.runtime.store.file;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * From where on a log may hold pages that the disk has never seen: a few commits, and where they begin. Not safe for use by several
 * threads.
 */
final class Unsynced {
    private static final long STRIDE = 1 << 16;

    private final Deque<Start> starts = new ArrayDeque<>();

    /**
     * Where a commit begins.
     *
     * @param commit its number
     * @param segment the first commit of its segment
     * @param offset the place in it
     */
    record Start(long commit, long segment, long offset) {}

    void add(long commit, long segment, long offset) {
        Start last = starts.peekLast();
        if (last == null || last.segment() != segment || offset - last.offset() >= STRIDE) {
            starts.add(new Start(commit, segment, offset));
        }
    }

    /** Forgets what is not needed when this commit is known to be fsynced. */
    void forget(long synced) {
        while (starts.size() > 1) {
            Start first = starts.pop();
            if (starts.element().commit() > synced + 1) {
                starts.push(first);
                return;
            }
        }
    }

    /** The newest known beginning of a commit at or before the first one that was not fsynced. */
    Start firstBehind(long synced) {
        forget(synced);
        return starts.element();
    }
}
