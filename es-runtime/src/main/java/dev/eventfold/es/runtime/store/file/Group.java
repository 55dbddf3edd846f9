package dev.eventfold.es.runtime.store.file;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/** Commits that one write and one fsync make durable together. Guarded by the store's lock until it is being written. */
final class Group {
    private final List<Chunk> chunks = new ArrayList<>();
    private final Condition written;
    private long commit;
    private long position;

    Group(Condition written) {
        this.written = written;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** Signalled when it is written, when that failed, and to call one of its waiters to write it. */
    Condition written() {
        return written;
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
