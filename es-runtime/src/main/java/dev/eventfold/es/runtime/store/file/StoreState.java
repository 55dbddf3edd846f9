package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.store.View;

/** Whether a store may be used, and how far the views of it see. Guarded by the store's lock. */
final class StoreState implements EventReads.Horizon {
    private final String directory;
    private final LogIndex index;
    private final LogTail tail;
    private final GroupCommit group;
    private volatile boolean closed;

    StoreState(String directory, LogIndex index, LogTail tail, GroupCommit group) {
        this.directory = directory;
        this.index = index;
        this.tail = tail;
        this.group = group;
    }

    /** From now on nothing may be used; false when that was so before. */
    boolean close() {
        boolean closes = !closed;
        closed = true;
        return closes;
    }

    /** May be asked without the lock. */
    void requireOpen() {
        if (closed) {
            throw new StoreClosed("the store was closed: directory=" + directory, null);
        }
    }

    /** Throws as well when a write has failed. */
    void requireWorking() {
        requireOpen();
        group.requireWorking();
    }

    @Override
    public long visible(View view) {
        if (view == View.DURABLE) {
            requireOpen();
            return group.durablePosition();
        }
        requireWorking();
        return index.head();
    }

    @Override
    public ReadPlan plan(long[] positions) {
        return ReadPlan.of(index, tail, group.durablePosition(), positions);
    }
}
