package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the end of a log is, and makes it good: refuses what was known to be durable and is not there, cuts off what an interrupted
 * write has left, and makes sure that what is kept is on the disk (R7). A crash in the middle of it leaves something that it understands.
 */
final class Recovery {
    private final Disk disk;
    private final LogScan scan;
    private final long synced;
    private final KeptAside aside;

    /**
     * On what a scan found.
     *
     * @param known the highest commit that anything beside the log knows to have been fsynced
     */
    Recovery(Disk disk, LogScan scan, long known) {
        this.disk = disk;
        this.scan = scan;
        this.aside = new KeptAside(disk);
        this.synced = Math.max(known, scan.known());
    }

    /** Throws unless all that was known to be durable is there, and what is behind it can be the trace of an interrupted write. */
    void refuseDamage() {
        Optional<Damage> damage = damage();
        if (damage.isPresent()) {
            throw damage.get().refusal(disk);
        }
    }

    /** Where something is missing of what was known to be durable, or something is that no interrupted write has left. */
    Optional<Damage> damage() {
        LogScan.Stop stop = scan.stop();
        if (scan.commit() >= synced && (stop == null || stop.torn())) {
            return Optional.empty();
        }
        LogScan.End end = scan.end();
        long segment = stop != null ? stop.segment() : end != null ? end.segment() : 1;
        long offset = stop != null ? stop.offset() : end != null ? end.offset() : 0;
        String expected = "expected commit " + (scan.commit() + 1) + ", the log is known to reach " + known()
                + (stop == null ? "" : ", " + stop.expected());
        return Optional.of(new Damage(SegmentName.path(segment), offset, expected));
    }

    /** The highest commit that is known to have been there. */
    long known() {
        return Math.max(synced, scan.commit());
    }

    /** Cuts the torn tail off, and makes the rest durable. */
    void makeGood() throws IOException {
        LogScan.Stop stop = scan.stop();
        LogScan.End end = scan.end();
        if (stop != null && (end == null || end.segment() != stop.segment())) {
            dropSegment(stop.segment());
        }
        if (end != null) {
            makeGood(end, stop);
        }
    }

    /** Cuts off all that is behind the last whole commit, in this segment and the later ones, and makes the rest durable. */
    void cutDamage(List<Long> segments) throws IOException {
        LogScan.End end = scan.end();
        for (int n = segments.size() - 1; n >= 0; n--) {
            if (end == null || segments.get(n) > end.segment()) {
                aside.move(SegmentName.path(segments.get(n)));
            }
        }
        if (end != null) {
            makeGood(end, scan.stop());
        }
    }

    /** A segment that lost its header has nothing else: what is more than a torn header was never ours. */
    private void dropSegment(long segment) throws IOException {
        String path = SegmentName.path(segment);
        try (DiskFile file = disk.openForReading(path)) {
            if (file.size() > SegmentHeader.LONGEST || !SegmentHeader.mayBeTorn(file)) {
                throw new StoreFailed(
                        "the directory is not a store: directory=" + disk.directory() + ", file=" + path
                                + ", offset=0, expected the header of a segment",
                        null);
            }
            aside.keep(path, file, 0);
        }
        disk.delete(path);
        disk.syncDirectory(SegmentName.DIRECTORY);
    }

    private void makeGood(LogScan.End end, LogScan.@Nullable Stop stop) throws IOException {
        String path = SegmentName.path(end.segment());
        try (DiskFile file = disk.openForWriting(path)) {
            if (stop != null) {
                aside.keep(path, file, end.offset());
            }
            boolean longer = file.size() > end.offset();
            boolean rewritten = rewrite(end, file);
            if (longer) {
                file.truncate(end.offset());
            }
            if (end.lineBreakMissing()) {
                file.write(end.offset(), new byte[] {'\n'}, 0, 1);
            }
            if (longer || rewritten || end.lineBreakMissing()) {
                file.sync();
            }
        }
        if (scan.commit() < end.segment()) {
            disk.syncDirectory(SegmentName.DIRECTORY);
        }
    }

    /**
     * Writes over itself what no fsync is known to have covered: a page that the kernel gave up after a failed fsync looks clean, and the
     * next fsync would pass it over. Only the last segment can hold such, as it was begun when all before it was fsynced; and only one
     * without commits can have a header that never was.
     *
     * @return whether there was something
     */
    private boolean rewrite(LogScan.End end, DiskFile last) throws IOException {
        boolean headerAlone = scan.commit() < end.segment();
        if (!headerAlone && scan.commit() <= synced) {
            return false;
        }
        long from = headerAlone ? 0 : scan.unsynced().firstBehind(synced).offset();
        KeptAside.copy(last, from, last, from, end.offset() - from);
        return true;
    }

    List<OpenReport.Cut> cuts() {
        return aside.cuts();
    }
}
