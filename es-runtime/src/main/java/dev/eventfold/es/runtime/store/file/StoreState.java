package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.store.View;

/** Whether a store may be used, and how far the views of it see. Guarded by the store's lock. */
final class StoreState {
    private final String directory;
    private final LogIndex index;
    private final GroupCommit group;
    private boolean closed;

    StoreState(String directory, LogIndex index, GroupCommit group) {
        this.directory = directory;
        this.index = index;
        this.group = group;
    }

    /** From now on nothing may be used; false when that was so before. */
    boolean close() {
        boolean closes = !closed;
        closed = true;
        return closes;
    }

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

    /** The last position that a view shows. */
    long visible(View view) {
        if (view == View.DURABLE) {
            requireOpen();
            return group.durablePosition();
        }
        requireWorking();
        return index.head();
    }
}
