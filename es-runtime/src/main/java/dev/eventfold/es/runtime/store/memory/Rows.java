package dev.eventfold.es.runtime.store.memory;

import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows, and which of them are due first. Guarded by the store's lock. */
final class Rows {
    private final Map<RowKey, VersionedRow> rows = new HashMap<>();
    private final Map<Generation, TreeSet<Due>> due = new HashMap<>();

    private record Generation(String processManager, int number) {
        static Generation of(RowKey key) {
            return new Generation(key.processManager(), key.generation());
        }
    }

    private record Due(Instant at, String key) implements Comparable<Due> {
        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::at).thenComparing(Due::key);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    @Nullable
    VersionedRow get(RowKey key) {
        return rows.get(key);
    }

    /** The first row that is not as a change expects it; null when all are. */
    @Nullable
    RowKey moved(List<RowChange> changes) {
        for (RowChange change : changes) {
            VersionedRow row = rows.get(change.key());
            if ((row == null ? 0 : row.version()) != change.expectedVersion()) {
                return change.key();
            }
        }
        return null;
    }

    /** Makes a change of a commit. */
    void change(RowChange change, long commit) {
        RowKey key = change.key();
        TreeSet<Due> ofManager = due.computeIfAbsent(Generation.of(key), generation -> new TreeSet<>());
        VersionedRow before = rows.remove(key);
        Instant dueBefore = before == null ? null : before.row().nextDue();
        if (dueBefore != null) {
            ofManager.remove(new Due(dueBefore, key.key()));
        }
        if (change instanceof RowChange.Put put) {
            rows.put(key, new VersionedRow(put.row(), commit));
            Instant dueNow = put.row().nextDue();
            if (dueNow != null) {
                ofManager.add(new Due(dueNow, key.key()));
            }
        }
    }

    /** Those that are due until a time, the first one first. */
    List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        List<VersionedRow> found = new ArrayList<>();
        for (Due next : due.getOrDefault(new Generation(processManager, generation), new TreeSet<>())) {
            if (found.size() == most || next.at().isAfter(until)) {
                break;
            }
            found.add(rows.get(new RowKey(processManager, generation, next.key())));
        }
        return List.copyOf(found);
    }

    /** The names of those that there are now. */
    Stream<RowKey> keys(String processManager, int generation) {
        return rows.keySet().stream()
                .filter(key ->
                        key.generation() == generation && key.processManager().equals(processManager))
                .toList()
                .stream();
    }
}
