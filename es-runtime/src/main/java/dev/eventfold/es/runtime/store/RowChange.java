package dev.eventfold.es.runtime.store;

import java.util.Objects;

/** What a commit makes of a row: the last of it, however many events of the commit touched it. */
public sealed interface RowChange {
    /**
     * The row's name.
     *
     * @return the name
     */
    RowKey key();

    /**
     * The version that the row must have.
     *
     * @return as {@link VersionedRow#version()}; 0 when there must be none
     */
    long expectedVersion();

    /**
     * Writes the row.
     *
     * @param row the whole row
     * @param expectedVersion the version it must have; 0 when there must be none
     */
    record Put(Row row, long expectedVersion) implements RowChange {
        /** Checks that nothing is missing. */
        public Put {
            Objects.requireNonNull(row, "row");
        }

        @Override
        public RowKey key() {
            return row.key();
        }
    }

    /**
     * Removes the row.
     *
     * @param key its name
     * @param expectedVersion the version it must have
     */
    record Remove(RowKey key, long expectedVersion) implements RowChange {
        /** Checks that nothing is missing. */
        public Remove {
            Objects.requireNonNull(key, "key");
        }
    }
}
