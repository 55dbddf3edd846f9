package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.EventStore;
import org.jspecify.annotations.Nullable;

/** Whether a log still takes commits. */
public final class StoreHealth {
    private StoreHealth() {}

    /**
     * Asks the log.
     *
     * @param store the log
     * @return why it takes no more commits; null while it takes some, and when it was closed
     */
    public static @Nullable StoreFailed failure(EventStore store) {
        try {
            store.lastCommit();
            return null;
        } catch (StoreClosed e) {
            return null;
        } catch (StoreFailed e) {
            return e;
        }
    }
}
