package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.RowKey;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** The {@link DueTable} of each generation of each process manager. Not safe for use by several threads. */
final class DueRows {
    private final Map<String, DueTable> tables = new HashMap<>();

    DueRows snapshot() {
        DueRows snapshot = new DueRows();
        tables.forEach((name, table) -> snapshot.tables.put(name, table.snapshot()));
        return snapshot;
    }

    void write(IndexOutput output) throws IOException {
        output.word(tables.size());
        for (Map.Entry<String, DueTable> table : tables.entrySet()) {
            table.getValue().write(output.text(table.getKey()));
        }
    }

    static DueRows read(IndexInput input) throws IOException, BadLine {
        DueRows read = new DueRows();
        for (long left = input.count(2 * Long.BYTES); left > 0; left--) {
            read.tables.put(input.text(), DueTable.read(input));
        }
        return read;
    }

    /** How many lines are kept, newest ones of their rows or not. */
    long size() {
        return tables.values().stream().mapToLong(DueTable::size).sum();
    }

    void add(RowKey key, Instant nextDue, long location) {
        tables.computeIfAbsent(name(key.processManager(), key.generation()), name -> new DueTable())
                .add(millis(nextDue), location);
    }

    /** Drops the lines that are not among the newest ones. */
    void retain(LongPredicate newest) {
        tables.values().forEach(table -> table.retain(newest));
    }

    /** As {@link DueTable#first}. */
    <T> List<T> first(String processManager, int generation, Instant until, int most, DueTable.Current<T> current) {
        DueTable table = tables.get(name(processManager, generation));
        return table == null ? List.of() : table.first(millis(until), most, current);
    }

    private static String name(String processManager, int generation) {
        return processManager + "/" + generation;
    }

    /** As stores keep it; what is too far away is at the end. */
    static long millis(Instant at) {
        try {
            return at.toEpochMilli();
        } catch (ArithmeticException e) {
            return at.isAfter(Instant.EPOCH) ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
    }
}
