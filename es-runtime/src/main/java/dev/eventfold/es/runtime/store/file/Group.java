package dev.eventfold.es.runtime.store.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commits that one write and one fsync make durable together. Guarded by the store's lock until it is being written. */
final class Group {
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Waiter> waiting = new ArrayList<>();
    private long commit;
    private long position;

    List<Chunk> chunks() {
        return chunks;
    }

    /** The current thread waits from now on, until it is called or leaves. */
    Waiter join() {
        Waiter waiter = new Waiter(this.waiting);
        waiting.add(waiter);
        return waiter;
    }

    /** One of those who wait, to write it; he waits no more. */
    Optional<Waiter> takeOne() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.remove(0));
    }

    /** All who wait, when it is written or never will be. */
    List<Waiter> takeAll() {
        List<Waiter> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** Its last commit; 0 when it has none. */
    long commit() {
        return commit;
    }

    /** The last position up to its last commit. */
    long position() {
        return position;
    }

    void add(long newCommit, long newPosition) {
        commit = newCommit;
        position = newPosition;
    }

    long bytes() {
        long bytes = 0;
        for (Chunk chunk : chunks) {
            bytes += chunk.lines().length();
        }
        return bytes;
    }
}
