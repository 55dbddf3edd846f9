package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads rows as they are decided. Safe for use by any number of threads. */
final class RowReads {
    private final Guard guard;
    private final LogIndex index;
    private final DecidedLines lines;

    RowReads(Guard guard, LogIndex index, DecidedLines lines) {
        this.guard = guard;
        this.index = index;
        this.lines = lines;
    }

    Optional<VersionedRow> row(RowKey key) {
        return guard.working(() -> lines.row(key));
    }

    /** Those of a process manager that are due first. */
    List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        return guard.working(() -> lines.due(processManager, generation, until, most));
    }

    /** The names of those that there were when this was called, and still are when the stream comes to them. */
    Stream<RowKey> keys(String processManager, int generation) {
        RowList list = guard.working(index::rowList);
        return IntStream.range(0, list.size())
                .mapToObj(n -> guard.working(() -> lines.presentRow(list, n)))
                .flatMap(Optional::stream)
                .filter(key ->
                        key.generation() == generation && key.processManager().equals(processManager));
    }
}
