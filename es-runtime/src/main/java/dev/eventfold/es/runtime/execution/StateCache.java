package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.store.StreamId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decided states used last. Only ever a cache: what is dropped is folded again. For one thread at a time. */
final class StateCache {
    private static final int MOST = 10_000;

    private final Map<StreamId, DecidedState<?>> states = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, DecidedState<?>> eldest) {
            return size() > MOST;
        }
    };

    @Nullable
    DecidedState<?> get(StreamId stream) {
        return states.get(stream);
    }

    void put(StreamId stream, DecidedState<?> state) {
        states.put(stream, state);
    }

    void drop(StreamId stream) {
        states.remove(stream);
    }

    void clear() {
        states.clear();
    }
}
