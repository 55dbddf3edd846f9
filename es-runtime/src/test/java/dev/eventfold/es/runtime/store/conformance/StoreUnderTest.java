package dev.eventfold.es.runtime.store.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import java.util.List;

/** What each group of checks works on: a store that was empty when the check began. */
public interface StoreUnderTest {
    /** The store. */
    EventStore store();

    /** Says that the check has closed the store, so that there is nothing to compare with after it was opened again. */
    void closed();

    /** Commits what must be accepted, and waits until it is durable. */
    default Committed commit(Commit commit) {
        Committed committed = decide(commit);
        store().awaitDurable(committed.commit());
        return committed;
    }

    /** Commits what must be accepted. */
    default Committed decide(Commit commit) {
        var outcome = store().commit(commit);
        assertThat(outcome).isInstanceOf(Committed.class);
        return (Committed) outcome;
    }

    /** Every durable event. */
    default List<StoredEvent> log() {
        return store().read(0, 0, Integer.MAX_VALUE, Long.MAX_VALUE, View.DURABLE);
    }
}
