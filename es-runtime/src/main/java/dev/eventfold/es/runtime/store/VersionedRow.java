package dev.eventfold.es.runtime.store;

import java.util.Objects;

/**
 * A row as read.
 *
 * @param row the row
 * @param version changes with every write of the row, and is never 0; on files and memory the number of the commit that wrote it
 */
public record VersionedRow(Row row, long version) {
    /** Checks that nothing is missing. */
    public VersionedRow {
        Objects.requireNonNull(row, "row");
    }
}
