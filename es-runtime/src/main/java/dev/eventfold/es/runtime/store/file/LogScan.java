package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log, accepts whole commits with the number and the positions expected, and stops at the first line that is none of these. What
 * lies behind is only listened to, for what it says was known to be fsynced. Changes nothing. Not safe for use by several threads.
 */
final class LogScan {
    private final Disk disk;
    private final ScanVisitor visitor;
    private final ScannedHeaders headers;
    private final CommitAssembly assembly = new CommitAssembly();
    private final Unsynced unsynced = new Unsynced();
    private final LinesBehind linesBehind;
    private final @Nullable Start start;
    private @Nullable Stop stop;
    private @Nullable End end;
    private long known;
    private long accepted;

    /**
     * Where a scan goes on: behind a commit that is known to be whole.
     *
     * @param storeId the store's id
     * @param segment the number of the segment
     * @param first its first commit
     * @param offset where the next line will begin
     * @param commit the last commit before it
     * @param position the last position before it
     */
    record Start(String storeId, int segment, long first, long offset, long commit, long position) {}

    /**
     * Where the whole commits end.
     *
     * @param segment the first commit of the last segment with a header
     * @param offset behind its last whole commit, or its header
     * @param lineBreakMissing whether that commit lacks only its line break
     */
    record End(long segment, long offset, boolean lineBreakMissing) {}

    /**
     * Why the scan did not go on.
     *
     * @param segment the first commit of the file
     * @param offset the place in it
     * @param expected what should be there
     * @param torn whether a write that was interrupted could have left it so
     */
    record Stop(long segment, long offset, String expected, boolean torn) {}

    /** From the beginning. */
    LogScan(Disk disk, ScanVisitor visitor) {
        this(disk, visitor, List.of());
    }

    /**
     * From the beginning.
     *
     * @param stores the ids that the store may have: without a header, lines are listened to as those of one of them
     */
    LogScan(Disk disk, ScanVisitor visitor, List<String> stores) {
        this(disk, visitor, stores, null);
    }

    private LogScan(Disk disk, ScanVisitor visitor, List<String> stores, @Nullable Start start) {
        this.disk = disk;
        this.visitor = visitor;
        this.headers = new ScannedHeaders(disk);
        this.linesBehind = new LinesBehind(visitor, stores);
        this.start = start;
    }

    /** From a place on. */
    LogScan(Disk disk, ScanVisitor visitor, Start start) {
        this(disk, visitor, List.of(), start);
        headers.startIn(start.storeId(), start.segment());
        end = new End(start.first(), start.offset(), false);
        known = start.commit();
        assembly.startBehind(start.commit(), start.position());
    }

    /** Reads the segments with these first commits; those before the start are passed over. */
    void run(List<Long> firstCommits) throws IOException {
        run(firstCommits, Long.MAX_VALUE);
    }

    /** Reads the last of them up to a place only. */
    void run(List<Long> firstCommits, long to) throws IOException {
        for (int n = 0; n < firstCommits.size(); n++) {
            long first = firstCommits.get(n);
            // A segment is begun when everything before it is fsynced, so its name alone tells that it was.
            know(first - 1);
            if (start == null || first >= start.first()) {
                read(first, n == firstCommits.size() - 1, to);
            }
        }
    }

    private void read(long first, boolean last, long to) throws IOException {
        try (DiskFile file = disk.openForReading(SegmentName.path(first))) {
            boolean begun = start != null && first == start.first();
            long from = begun ? require(start).offset() : 0;
            long limit = last ? to : Long.MAX_VALUE;
            SegmentLines lines = new SegmentLines(file, from, limit);
            if (stop == null && begun) {
                goOn(lines, first, last);
            } else if (stop == null) {
                accept(lines, first, last, file);
            }
            if (stop != null) {
                listen(file, first, limit);
            }
        }
    }

    private void goOn(SegmentLines lines, long first, boolean last) throws IOException {
        try {
            acceptLines(lines, first);
            expectWholeEnd(last);
        } catch (BadLine bad) {
            stop = stop(first, lines, bad, last);
        }
    }

    private void accept(SegmentLines lines, long first, boolean last, DiskFile file) throws IOException {
        if (first != assembly.commit() + 1) {
            stopBefore(first);
            return;
        }
        boolean torn = false;
        try {
            torn = last && mayLackHeader(first, file);
            acceptHeader(lines, first);
            torn = last;
            acceptLines(lines, first);
            expectWholeEnd(last);
        } catch (BadLine bad) {
            stop = stop(first, lines, bad, torn);
        }
    }

    private static Stop stop(long first, SegmentLines lines, BadLine bad, boolean torn) {
        return bad instanceof Misfit misfit
                ? new Stop(first, misfit.offset(), misfit.expected(), false)
                : new Stop(first, lines.offset(), bad.expected(), torn);
    }

    /**
     * A header is fsynced before lines follow: only a file without lines can have lost it. What is in the first one instead, whoever opens
     * the store looks at: it may never have been ours.
     */
    private boolean mayLackHeader(long first, DiskFile file) throws IOException {
        return file.size() <= expectedHeader(first).line().length && (end == null || SegmentHeader.mayBeTorn(file));
    }

    /** The commit that is not there should be where the log ends. */
    private void stopBefore(long first) {
        String expected = "expected it before " + SegmentName.of(first);
        stop = end == null
                ? new Stop(assembly.commit() + 1, 0, expected, false)
                : new Stop(end.segment(), end.offset(), expected, false);
    }

    private SegmentHeader expectedHeader(long first) {
        return headers.next(first, assembly.position() + 1);
    }

    private void acceptHeader(SegmentLines lines, long first) throws IOException, BadLine {
        SegmentHeader header = headers.read(lines, expectedHeader(first));
        end = new End(first, lines.end(), false);
        visitor.segment(header);
        visitor.end(behind(), known);
    }

    private void acceptLines(SegmentLines lines, long first) throws IOException, BadLine {
        while (lines.next()) {
            if (lines.isEmpty()) {
                expectFill(lines);
            } else {
                acceptLine(lines, first);
            }
        }
    }

    private void acceptLine(SegmentLines lines, long first) throws BadLine {
        int to = require(headers.checksum()).check(lines.bytes(), lines.from(), lines.to());
        LineParser parser = new LineParser(lines.bytes(), lines.from(), to);
        Line line = Line.read(parser);
        long location = Location.of(headers.count(), lines.offset());
        assembly.add(line, ScannedLine.read(line.commit(), lines.bytes(), parser, location));
        if (line.index() == 0) {
            unsynced.add(line.commit(), first, lines.offset());
        }
        if (line.closes()) {
            visitor.commit(line.commit(), assembly.lines());
            accepted += line.index() + 1;
            assembly.close();
            end = new End(first, lines.end(), !lines.terminated());
            know(line.synced());
            visitor.end(behind(), known);
            unsynced.forget(known);
        }
    }

    /** Room that was made for lines to come. */
    private void expectFill(SegmentLines lines) throws IOException, BadLine {
        while (lines.next()) {
            if (!lines.isEmpty()) {
                throw new BadLine("expected nothing behind empty lines");
            }
        }
    }

    private void expectWholeEnd(boolean last) throws BadLine {
        if (assembly.isOpen()) {
            throw new BadLine("expected the rest of commit " + (assembly.commit() + 1));
        }
        if (!last && require(end).lineBreakMissing()) {
            throw new BadLine("expected a line break");
        }
    }

    /** From where the whole commits end: what was read of the next one is cut off with it. */
    private void listen(DiskFile file, long first, long limit) throws IOException {
        long from = end != null && end.segment() == first ? end.offset() : 0;
        know(linesBehind.listen(new SegmentLines(file, from, limit), headers.checksum(), first));
    }

    private void know(long synced) {
        known = Math.max(known, synced);
    }

    private static <T> T require(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("lines come behind a header");
        }
        return value;
    }

    /** Where another scan can go on. */
    Start behind() {
        End last = require(end);
        long offset = last.offset() + (last.lineBreakMissing() ? 1 : 0);
        return new Start(require(headers.storeId()), headers.count(), last.segment(), offset, commit(), position());
    }

    /** The store's id; null when there is no segment with a header. */
    @Nullable
    String storeId() {
        return headers.storeId();
    }

    /** The last whole commit. */
    long commit() {
        return assembly.commit();
    }

    /** The last position in it. */
    long position() {
        return assembly.position();
    }

    /** How many lines were read as part of commits. */
    long linesRead() {
        return accepted;
    }

    /** How many segments have a header. */
    int segments() {
        return headers.count();
    }

    /** The highest commit that the log itself knows to have been fsynced. */
    long known() {
        return known;
    }

    /** Where the whole commits end; null when there is no segment with a header. */
    @Nullable
    End end() {
        return end;
    }

    /** Why the scan stopped; null when the log is whole to its end. */
    @Nullable
    Stop stop() {
        return stop;
    }

    Unsynced unsynced() {
        return unsynced;
    }
}
