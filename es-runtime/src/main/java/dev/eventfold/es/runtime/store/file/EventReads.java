package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.EventSlice;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads events page by page: where those of a page are is looked up under the store's lock, their lines are read without it. Safe for use by
 * any number of threads.
 */
final class EventReads {
    private static final int PAGE = 512;

    /** As many as take some milliseconds when none of them is wanted. */
    private static final int MOST_LOOKED_AT = 1 << 15;

    private final ReentrantLock lock;
    private final Horizon horizon;
    private final LogIndex index;
    private final LogReader reader;

    /** How far is seen, and where what is seen lies. Asked under the lock. */
    interface Horizon {
        /** The last position that a view shows. */
        long visible(View view);

        /** Takes down where the events at some positions are. */
        ReadPlan plan(long[] positions);
    }

    EventReads(ReentrantLock lock, Horizon horizon, LogIndex index, LogReader reader) {
        this.lock = lock;
        this.horizon = horizon;
        this.index = index;
        this.reader = reader;
    }

    /** The events behind a position. */
    List<StoredEvent> after(long position, int maxEvents, long maxBytes, View view) {
        requireReadable(position, maxEvents);
        return read(maxEvents, maxBytes, (skip, most) -> plan(position + skip, most, view));
    }

    /** Those that are wanted of the events behind a position. */
    EventSlice after(long position, long through, int maxEvents, long maxBytes, View view, EventFilter wanted) {
        requireReadable(position, maxEvents);
        List<StoredEvent> events = new ArrayList<>();
        long bytes = 0;
        long to = position;
        long last = Math.min(through, position + MOST_LOOKED_AT);
        int page = Math.min(PAGE, maxEvents);
        try (LineSource source = reader.source()) {
            while (to < last) {
                long from = to;
                int most = page;
                page = Math.min(PAGE, 2 * page);
                ReadPlan plan = locked(() -> plan(from, (int) Math.min(most, last - from), view));
                source.refresh();
                for (int n = 0; n < plan.size(); n++) {
                    StoredEvent event = plan.read(reader, source, n, wanted);
                    if (event != null) {
                        bytes += event.event().data().utf8().length;
                        if (bytes > maxBytes && !events.isEmpty()) {
                            return new EventSlice(events, to);
                        }
                        events.add(event);
                    }
                    to = plan.position(n);
                    if (events.size() == maxEvents) {
                        return new EventSlice(events, to);
                    }
                }
                if (plan.size() == 0) {
                    break;
                }
            }
        } catch (StoreDamaged e) {
            // What lies before it is sound. Whoever reads on hears of it.
            if (to == position) {
                throw e;
            }
        }
        return new EventSlice(events, to);
    }

    /** The events of a stream from a version. */
    List<StoredEvent> of(StreamId stream, long fromVersion, int maxEvents, View view) {
        requireReadable(fromVersion - 1, maxEvents);
        return read(maxEvents, Long.MAX_VALUE, (skip, most) -> plan(stream, fromVersion + skip, most, view));
    }

    /** The version of a stream; 0 when a view does not show it. */
    long version(StreamId stream, View view) {
        return locked(() -> {
            long visible = horizon.visible(view);
            int number = index.streams().find(stream);
            return number == StreamTable.NONE ? 0 : index.version(number, visible);
        });
    }

    /** The durable streams of an aggregate, by instance id. */
    Stream<StreamId> streams(String aggregate) {
        return locked(() -> {
                    long visible = horizon.visible(View.DURABLE);
                    return index.streams().of(aggregate).stream()
                            .filter(number -> index.version(number, visible) > 0)
                            .map(number -> index.streams().name(number))
                            .toList();
                })
                .stream()
                .sorted(Comparator.comparing(StreamId::instanceId));
    }

    private static void requireReadable(long skip, int most) {
        if (skip < 0 || most < 1) {
            throw new IllegalArgumentException("nothing can be read so: skip=" + skip + ", most=" + most);
        }
    }

    private ReadPlan plan(long after, int most, View view) {
        long count = Math.max(0, Math.min(most, horizon.visible(view) - after));
        long[] positions = new long[(int) count];
        for (int n = 0; n < count; n++) {
            positions[n] = after + 1 + n;
        }
        return horizon.plan(positions);
    }

    private ReadPlan plan(StreamId stream, long fromVersion, int most, View view) {
        long visible = horizon.visible(view);
        int number = index.streams().find(stream);
        long version = number == StreamTable.NONE ? 0 : index.version(number, visible);
        long count = Math.max(0, Math.min(most, version - fromVersion + 1));
        long[] positions = index.positions(number, fromVersion, (int) count);
        return horizon.plan(positions);
    }

    /** Plans the next page, under the lock. */
    private interface Pages {
        ReadPlan next(int skip, int most);
    }

    private List<StoredEvent> read(int maxEvents, long maxBytes, Pages pages) {
        List<StoredEvent> events = new ArrayList<>();
        long bytes = 0;
        try (LineSource source = reader.source()) {
            while (events.size() < maxEvents) {
                int read = events.size();
                ReadPlan plan = locked(() -> pages.next(read, Math.min(PAGE, maxEvents - read)));
                source.refresh();
                for (int n = 0; n < plan.size(); n++) {
                    StoredEvent event = Objects.requireNonNull(plan.read(reader, source, n, EventFilter.ALL));
                    bytes += event.event().data().utf8().length;
                    if (bytes > maxBytes && !events.isEmpty()) {
                        return events;
                    }
                    events.add(event);
                }
                if (plan.size() == 0) {
                    break;
                }
            }
        }
        return events;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
