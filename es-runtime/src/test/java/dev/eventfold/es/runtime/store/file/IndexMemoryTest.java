package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the index takes of the heap, counted by the sizes of its arrays: the same on every machine. */
@Execution(ExecutionMode.CONCURRENT)
class IndexMemoryTest {
    private static final int MANY = 100_000;

    private final LogIndex index = new LogIndex("k3v9qx7m");

    @Test
    void an_idle_stream_with_one_event_takes_at_most_96_bytes() {
        addStreams(0, MANY);
        long before = HeapSize.of(index);

        addStreams(MANY, 2 * MANY);

        assertAtMost("idle stream with one event", (HeapSize.of(index) - before) / (double) MANY, 96);
    }

    @Test
    void an_event_more_takes_at_most_12_bytes_and_the_id_of_its_command_12() {
        addStreams(0, MANY);
        long before = HeapSize.of(index);

        for (int n = 0; n < MANY; n++) {
            addEvent(n, 2, n == 0);
        }
        long events = HeapSize.of(index);
        for (int n = 0; n < MANY; n++) {
            addEvent(n, 3, true);
        }

        assertAtMost("event", (events - before) / (double) MANY, 12.5);
        assertAtMost("event and the id of its command", (HeapSize.of(index) - events) / (double) MANY, 24);
    }

    @Test
    void an_event_of_a_long_stream_takes_no_more() {
        StreamId stream = new StreamId("order", "the only one");
        long before = HeapSize.of(index);

        for (int n = 0; n < MANY; n++) {
            index.addEvent(stream, "c", n == 0, Location.of(1, 200L * n));
        }

        assertAtMost("event of one stream", (HeapSize.of(index) - before) / (double) MANY, 14);
    }

    @Test
    void a_row_takes_at_most_24_bytes_also_when_others_come_and_go() {
        for (int n = 0; n < MANY; n++) {
            index.putRow(row(n), 0, n + 1, Location.of(1, 200L * n), at -> false);
        }
        double full = HeapSize.of(index) / (double) MANY;
        for (int n = 0; n < MANY; n++) {
            index.removeRow(row(n), n + 1, at -> false);
            index.putRow(row(MANY + n), 0, MANY + n + 1, Location.of(2, 200L * n), at -> false);
        }

        assertAtMost("row", full, 24);
        assertAtMost("row among those that come and go", HeapSize.of(index) / (double) MANY, 24);
    }

    @Test
    void a_stream_with_a_snapshot_takes_at_most_24_bytes_more() {
        SnapshotPlaces places = new SnapshotPlaces("k3v9qx7m");
        for (int n = 0; n < MANY; n++) {
            StreamId stream = new StreamId("customer", String.format("%020d", n));
            places.put(stream, new SnapshotPlaces.Place(300L * n, 300));
        }

        assertAtMost("snapshot of a stream", HeapSize.of(places) / (double) MANY, 24);
    }

    private static void assertAtMost(String what, double bytes, double most) {
        System.out.printf("heap of the index, %s: %.1f bytes%n", what, bytes);
        assertThat(bytes).as(what).isLessThanOrEqualTo(most);
    }

    private void addStreams(int from, int to) {
        for (int n = from; n < to; n++) {
            addEvent(n, 1, true);
        }
    }

    private void addEvent(int stream, int command, boolean first) {
        StreamId id = new StreamId("customer", String.format("%020d", stream));
        index.addEvent(id, "command-" + command, first, Location.of(1, index.head() * 200));
    }

    private static RowKey row(int key) {
        return new RowKey("fulfilment", 1, "ord-" + key);
    }
}
