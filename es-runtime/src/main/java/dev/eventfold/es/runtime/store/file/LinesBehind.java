package dev.eventfold.es.runtime.store.file;

import java.io.IOException;

/** What lies behind the place where a scan stopped: only listened to, for what it says was known to be fsynced. */
final class LinesBehind {
    private final LogScan.Visitor visitor;

    LinesBehind(LogScan.Visitor visitor) {
        this.visitor = visitor;
    }

    /**
     * Reads from the current line on, and believes what is whole.
     *
     * @param first the first commit of the file
     * @return the highest commit that any of the lines knows to have been fsynced
     */
    long listen(SegmentLines lines, Checksum sum, long first) throws IOException {
        long known = 0;
        do {
            if (!lines.isEmpty()) {
                known = Math.max(known, hear(lines, sum, first));
            }
        } while (lines.next());
        return known;
    }

    private long hear(SegmentLines lines, Checksum sum, long first) {
        int to;
        try {
            to = sum.check(lines.bytes(), lines.from(), lines.to());
        } catch (BadLine bad) {
            visitor.broken(first, lines.offset(), bad.expected());
            return 0;
        }
        try {
            Line line = Line.read(new LineParser(lines.bytes(), lines.from(), to));
            visitor.passed(first, lines, line);
            return line.synced();
        } catch (BadLine header) {
            return 0; // it is whole, and no line of a commit
        }
    }
}
