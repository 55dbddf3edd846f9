package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.store.StreamId;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decided states used last. Only ever a cache: what is dropped is folded again. Nobody knows how large a state is, so the collector drops
 * those that memory has no room for, which it does before it gives up. For one thread at a time.
 */
final class StateCache {
    private static final int MOST = 10_000;

    private final Map<StreamId, SoftReference<DecidedState<?>>> states = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, SoftReference<DecidedState<?>>> eldest) {
            return size() > MOST;
        }
    };

    @Nullable
    DecidedState<?> get(StreamId stream) {
        SoftReference<DecidedState<?>> kept = states.get(stream);
        return kept == null ? null : kept.get();
    }

    void put(StreamId stream, DecidedState<?> state) {
        states.put(stream, new SoftReference<>(state));
    }

    void drop(StreamId stream) {
        states.remove(stream);
    }

    void clear() {
        states.clear();
    }
}
