package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.RepairReport;
import java.util.List;

/**
 * What opening a directory found and did.
 *
 * @param commit the last commit
 * @param position the last position
 * @param segments the number of segments
 * @param linesScanned how many lines were read to get there
 * @param cuts what was cut off the log, because an interrupted write had left it
 */
public record OpenReport(long commit, long position, int segments, long linesScanned, List<Cut> cuts) {
    /** Copies. */
    public OpenReport {
        cuts = List.copyOf(cuts);
    }

    /**
     * A torn tail: the beginning of a write that nobody was told had succeeded.
     *
     * @param file the file that it was cut off
     * @param offset where it began there
     * @param bytes how many bytes it had
     * @param keptIn the file that holds them now
     */
    public record Cut(String file, long offset, long bytes, String keptIn) implements RepairReport.Cut {}
}
