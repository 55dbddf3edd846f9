package dev.eventfold.es.runtime.store.memory;

import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.conformance.EventStoreConformance;
import java.util.Optional;

class MemoryEventStoreTest extends EventStoreConformance {
    @Override
    protected EventStore open() {
        return new MemoryEventStore();
    }

    @Override
    protected Optional<EventStore> reopen(EventStore store) {
        return Optional.empty();
    }
}
