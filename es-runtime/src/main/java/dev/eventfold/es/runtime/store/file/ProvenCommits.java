package dev.eventfold.es.runtime.store.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the commits that are known to have been fsynced, and keeps the others back until something proves them. What nothing proves is
 * forgotten: another writer may yet cut it off. Not safe for use by several threads.
 */
final class ProvenCommits implements ScanVisitor {
    private final Disk disk;
    private final ScanVisitor visitor;
    private final Deque<Held> held = new ArrayDeque<>();
    private long proven;
    private LogScan.@Nullable Start behind;

    private record Held(long commit, List<ScannedLine> lines, LogScan.Start behind) {}

    private @Nullable List<ScannedLine> ending;

    /**
     * Before a scan.
     *
     * @param proven the highest commit that is known to have been fsynced
     * @param behind where the scan begins; null for the beginning of the log
     */
    ProvenCommits(Disk disk, ScanVisitor visitor, long proven, LogScan.@Nullable Start behind) {
        this.disk = disk;
        this.visitor = visitor;
        this.proven = proven;
        this.behind = behind;
    }

    @Override
    public void segment(SegmentHeader header) {
        // A segment is begun when everything before it is fsynced.
        release(header.commit() - 1);
        visitor.segment(header);
    }

    @Override
    public void commit(long commit, List<ScannedLine> lines) {
        ending = lines;
    }

    @Override
    public void end(LogScan.Start place, long known) {
        List<ScannedLine> lines = ending;
        ending = null;
        if (lines == null) {
            behind = place;
            visitor.end(place, known);
            return;
        }
        held.add(new Held(place.commit(), lines, place));
        release(known);
    }

    /** Passes on what is known to have been fsynced. */
    private void release(long known) {
        proven = Math.max(proven, known);
        while (!held.isEmpty() && held.element().commit() <= proven) {
            pass(held.remove());
        }
    }

    private void pass(Held next) {
        try {
            visitor.commit(next.commit(), next.lines());
        } catch (Misfit misfit) {
            throw new Damage(SegmentName.path(next.behind().first()), misfit.offset(), misfit.expected()).refusal(disk);
        }
        visitor.end(next.behind(), proven);
        behind = next.behind();
    }

    /** Behind the last commit that was passed on, or the header of a segment; null before the first one. */
    LogScan.@Nullable Start behind() {
        return behind;
    }
}
