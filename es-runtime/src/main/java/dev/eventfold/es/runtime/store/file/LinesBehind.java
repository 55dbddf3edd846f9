package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies behind the place where a scan stopped: only listened to, for what it says was known to be fsynced. */
final class LinesBehind {
    private final ScanVisitor visitor;
    private List<Checksum> sums;

    /**
     * Behind one scan.
     *
     * @param stores the ids that the store may have, for when no header was read; the first one that fits a line is taken for its own
     */
    LinesBehind(ScanVisitor visitor, List<String> stores) {
        this.visitor = visitor;
        this.sums = stores.stream().map(Checksum::new).toList();
    }

    /**
     * Reads to the end of the lines, and believes what is whole.
     *
     * @param sum of the lines; null when no header was read
     * @param first the first commit of the file
     * @return the highest commit that any of the lines knows to have been fsynced
     */
    long listen(SegmentLines lines, @Nullable Checksum sum, long first) throws IOException {
        if (sum != null) {
            sums = List.of(sum);
        }
        long known = 0;
        while (!sums.isEmpty() && lines.next()) {
            if (!lines.isEmpty()) {
                known = Math.max(known, hear(lines, first));
            }
        }
        return known;
    }

    private long hear(SegmentLines lines, long first) {
        int to;
        try {
            to = check(lines);
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

    private int check(SegmentLines lines) throws BadLine {
        BadLine bad = new BadLine("expected a line of a store that is known");
        for (Checksum sum : sums) {
            try {
                int to = sum.check(lines.bytes(), lines.from(), lines.to());
                sums = List.of(sum);
                return to;
            } catch (BadLine another) {
                bad = another;
            }
        }
        throw bad;
    }
}
