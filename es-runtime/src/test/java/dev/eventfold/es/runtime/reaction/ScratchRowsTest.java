package dev.eventfold.es.runtime.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows of a replay that nobody keeps, more of them than fit memory. */
class ScratchRowsTest {
    private static final Instant TIME = Instant.parse("2026-11-23T22:05:01Z");
    private static final int KEYS = 40;

    private final List<EventStore> opened = new ArrayList<>();

    private ScratchRows holding(long bytes) {
        return new ScratchRows(
                () -> {
                    EventStore log = new MemoryEventStore();
                    opened.add(log);
                    return log;
                },
                bytes);
    }

    private static RowKey key(int number) {
        return new RowKey("relay", 1, "k" + number);
    }

    private static Row row(int key, int state, boolean due) {
        Instant next = due ? TIME.plusSeconds(state % 10) : null;
        Json waits = due ? Json.of("{\"state\":" + state + "}") : null;
        return new Row(key(key), 1, Blocked.NO, next, waits, null, Json.of("[" + state + "]"));
    }

    @Test
    void a_few_rows_open_no_log() {
        ScratchRows rows = holding(1 << 20);
        rows.write(List.of(new RowChange.Put(row(1, 7, false), 0)));

        assertThat(rows.row(key(1)).map(VersionedRow::row)).contains(row(1, 7, false));
        assertThat(rows.row(key(2))).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void more_than_fits_memory_is_found_again_as_it_was_written_last() {
        long seed = Effort.seed();
        Random random = new Random(seed);
        ScratchRows rows = holding(4_000);
        Map<Integer, Row> expected = new HashMap<>();

        for (int step = 0; step < 2_000; step++) {
            write(rows, expected, random, step);
            if (random.nextInt(50) == 0) {
                assertDue(rows, expected, TIME.plusSeconds(random.nextInt(10)), "seed " + seed);
            }
        }

        for (int key = 0; key < KEYS; key++) {
            assertThat(rows.row(key(key)).map(VersionedRow::row).orElse(null))
                    .as("key " + key + ", seed " + seed)
                    .isEqualTo(expected.get(key));
        }
        assertThat(opened).as("logs, seed " + seed).hasSize(1);
    }

    private static void write(ScratchRows rows, Map<Integer, Row> expected, Random random, int step) {
        int key = random.nextInt(KEYS);
        long version = rows.row(key(key)).map(VersionedRow::version).orElse(0L);
        if (version > 0 && random.nextInt(4) == 0) {
            rows.write(List.of(new RowChange.Remove(key(key), version)));
            expected.remove(key);
        } else {
            Row row = row(key, step, random.nextInt(3) == 0);
            rows.write(List.of(new RowChange.Put(row, version)));
            expected.put(key, row);
        }
    }

    private static void assertDue(ScratchRows rows, Map<Integer, Row> expected, Instant until, String seeded) {
        Set<Row> due = new HashSet<>(expected.values());
        due.removeIf(row -> row.nextDue() == null || row.nextDue().isAfter(until));
        assertThat(rows.due(key(0), until, KEYS)).as(seeded).containsExactlyInAnyOrderElementsOf(due);
    }
}
