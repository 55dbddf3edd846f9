package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.execution.LoggedEvent;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Durable events for users, read page by page. What the system writes for itself is left out. */
final class LoggedEvents {
    private static final int PAGE = 256;
    private static final long PAGE_BYTES = 1L << 20;

    private final EventStore store;
    private final Payloads payloads;

    LoggedEvents(EventStore store, Payloads payloads) {
        this.store = store;
        this.payloads = payloads;
    }

    Stream<RecordedEvent> of(StreamId stream) {
        if (stream.isSystem()) {
            return Stream.empty();
        }
        return recorded(last -> store.readStream(stream, last == null ? 1 : last.version() + 1, PAGE, View.DURABLE));
    }

    Stream<RecordedEvent> after(int partition, long position) {
        long head = store.head(partition, View.DURABLE);
        return recorded(last -> {
                    long after = last == null ? position : last.position();
                    int most = (int) Math.min(PAGE, head - after);
                    return most <= 0 ? List.of() : store.read(partition, after, most, PAGE_BYTES, View.DURABLE);
                })
                .filter(event -> !event.aggregate().startsWith("$"));
    }

    private Stream<RecordedEvent> recorded(Function<@Nullable StoredEvent, List<StoredEvent>> pageAfter) {
        Pages pages = new Pages(pageAfter);
        int kind = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, kind), false)
                .map(event -> new LoggedEvent(event, payloads));
    }

    /** Reads the next page when the last one is used up. */
    private static final class Pages implements Iterator<StoredEvent> {
        private final Function<@Nullable StoredEvent, List<StoredEvent>> pageAfter;
        private List<StoredEvent> page = new ArrayList<>();
        private @Nullable StoredEvent last;
        private int next;

        Pages(Function<@Nullable StoredEvent, List<StoredEvent>> pageAfter) {
            this.pageAfter = pageAfter;
        }

        @Override
        public boolean hasNext() {
            if (next == page.size()) {
                page = pageAfter.apply(last);
                next = 0;
            }
            return !page.isEmpty();
        }

        @Override
        public StoredEvent next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            StoredEvent event = page.get(next++);
            last = event;
            return event;
        }
    }
}
