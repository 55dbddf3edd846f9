package dev.eventfold.es.runtime.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.RecyclerPool;

/**
 * Buffers for a few payloads at a time, which is as many as there are threads that decide: more are made and not kept. Jackson's own pool is a
 * queue, which makes a node for each payload and costs as much as writing a small one. Safe for use by any number of threads.
 */
final class BufferPool implements RecyclerPool<BufferRecycler> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 8;

    private final AtomicReferenceArray<BufferRecycler> free = new AtomicReferenceArray<>(MOST);

    @Override
    public BufferRecycler acquirePooled() {
        int first = first();
        for (int n = 0; n < MOST; n++) {
            int slot = (first + n) % MOST;
            BufferRecycler found = free.get(slot) == null ? null : free.getAndSet(slot, null);
            if (found != null) {
                return found;
            }
        }
        return new BufferRecycler();
    }

    @Override
    public void releasePooled(BufferRecycler used) {
        int first = first();
        for (int n = 0; n < MOST; n++) {
            if (free.compareAndSet((first + n) % MOST, null, used)) {
                return;
            }
        }
    }

    /** Where a thread looks first, so that two do not meet at one place. */
    private static int first() {
        return (int) (Thread.currentThread().getId() % MOST);
    }
}
