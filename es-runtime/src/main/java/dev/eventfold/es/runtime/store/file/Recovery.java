package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the end of a log is, and makes it good: refuses what was known to be durable and is not there, cuts off what an interrupted
 * write has left, and makes sure that what is kept is on the disk (R7). A crash in the middle of it leaves something that it understands.
 */
final class Recovery {
    private static final int BLOCK = 1 << 20;
    private static final int LONGEST_HEADER = 512;

    private final Disk disk;
    private final LogScan scan;
    private final long synced;
    private final List<OpenReport.Cut> cuts = new ArrayList<>();

    /**
     * On what a scan found.
     *
     * @param known the highest commit that anything beside the log knows to have been fsynced
     */
    Recovery(Disk disk, LogScan scan, long known) {
        this.disk = disk;
        this.scan = scan;
        this.synced = Math.max(known, scan.known());
    }

    /** Throws unless all that was known to be durable is there, and what is behind it can be the trace of an interrupted write. */
    void refuseDamage() {
        LogScan.Stop stop = scan.stop();
        if (scan.commit() >= synced && (stop == null || stop.torn())) {
            return;
        }
        LogScan.End end = scan.end();
        long segment = stop != null ? stop.segment() : end != null ? end.segment() : 1;
        long offset = stop != null ? stop.offset() : end != null ? end.offset() : 0;
        throw new StoreDamaged(
                "the log is damaged: directory=" + disk.directory() + ", file=" + SegmentName.path(segment)
                        + ", offset="
                        + offset + ", expected commit " + (scan.commit() + 1) + ", the log is known to reach "
                        + Math.max(synced, scan.commit()) + (stop == null ? "" : ", " + stop.expected()),
                null);
    }

    /**
     * Cuts the torn tail off, and makes the rest durable.
     *
     * @return the size that the last segment has now; 0 when there is none
     */
    long makeGood() throws IOException {
        LogScan.Stop stop = scan.stop();
        LogScan.End end = scan.end();
        if (stop != null && (end == null || end.segment() != stop.segment())) {
            dropSegment(stop.segment());
        }
        return end == null ? 0 : makeGood(end, stop);
    }

    /** A segment that lost its header has nothing else: what is more than a torn header was never ours. */
    private void dropSegment(long segment) throws IOException {
        String path = SegmentName.path(segment);
        try (DiskFile file = disk.openForReading(path)) {
            if (!isTornHeader(file)) {
                throw new StoreFailed(
                        "the directory is not a store: directory=" + disk.directory() + ", file=" + path
                                + ", offset=0, expected the header of a segment",
                        null);
            }
            keep(path, file, 0);
        }
        disk.delete(path);
        disk.syncDirectory(SegmentName.DIRECTORY);
    }

    private static boolean isTornHeader(DiskFile file) throws IOException {
        byte[] content = new byte[LONGEST_HEADER + 1];
        int length = file.read(0, content, 0, content.length);
        return length <= LONGEST_HEADER && SegmentHeader.mayBeTorn(content, length);
    }

    private long makeGood(LogScan.End end, LogScan.@Nullable Stop stop) throws IOException {
        String path = SegmentName.path(end.segment());
        try (DiskFile file = disk.openForWriting(path)) {
            boolean torn = stop != null && stop.segment() == end.segment();
            if (torn) {
                keep(path, file, end.offset());
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
        return end.offset() + (end.lineBreakMissing() ? 1 : 0);
    }

    private void keep(String path, DiskFile file, long from) throws IOException {
        long bytes = file.size() - from;
        if (bytes == 0) {
            return;
        }
        String keptIn = freeName(path + ".cut-" + from);
        try (DiskFile copy = disk.openForWriting(keptIn)) {
            copy(file, from, copy, 0, bytes);
            copy.sync();
        }
        disk.syncDirectory(SegmentName.DIRECTORY);
        cuts.add(new OpenReport.Cut(path, from, bytes, keptIn));
    }

    private String freeName(String wanted) throws IOException {
        String name = wanted;
        for (int n = 2; disk.exists(name); n++) {
            name = wanted + "-" + n;
        }
        return name;
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
        if (!headerAlone && scan.commit() == synced) {
            return false;
        }
        long from = headerAlone ? 0 : scan.unsynced().firstBehind(synced).offset();
        copy(last, from, last, from, end.offset() - from);
        return true;
    }

    private static void copy(DiskFile from, long at, DiskFile to, long target, long bytes) throws IOException {
        byte[] block = new byte[(int) Math.min(BLOCK, bytes)];
        for (long done = 0; done < bytes; ) {
            int read = from.read(at + done, block, 0, (int) Math.min(block.length, bytes - done));
            if (read == 0) {
                throw new IOException("the file became shorter while it was read");
            }
            to.write(target + done, block, 0, read);
            done += read;
        }
    }

    List<OpenReport.Cut> cuts() {
        return cuts;
    }
}
