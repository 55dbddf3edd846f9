package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.VerifyReport;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a scan of a damaged log meets behind the place where it stopped. Not safe for use by several threads. */
final class LogWitness implements ScanVisitor {
    private static final int MOST_BROKEN = 100;
    private static final int MOST_EVENTS = 1_000;

    private final ScanVisitor visitor;
    private final List<VerifyReport.Damage> broken = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private long highest;

    /** Passes on what is accepted. */
    LogWitness(ScanVisitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public void segment(SegmentHeader header) {
        visitor.segment(header);
    }

    @Override
    public void commit(long commit, List<ScannedLine> lines) throws Misfit {
        visitor.commit(commit, lines);
    }

    @Override
    public void end(LogScan.Start behind, long known) {
        visitor.end(behind, known);
    }

    @Override
    public void broken(long segment, long offset, String expected) {
        if (broken.size() < MOST_BROKEN) {
            broken.add(new Damage(SegmentName.path(segment), offset, expected));
        }
    }

    @Override
    public void passed(long segment, SegmentLines lines, Line line) {
        highest = Math.max(highest, line.commit());
        if (events.size() < MOST_EVENTS) {
            int to = lines.to() - Checksum.LENGTH;
            LineParser parser = new LineParser(lines.bytes(), lines.from(), to);
            try {
                Line.read(parser);
                if (parser.next(EventLine.POSITION)) {
                    ScannedLine.Event event = EventLine.scan(parser, 0);
                    events.add(event.position() + " " + event.stream());
                }
            } catch (BadLine | IllegalArgumentException unreadable) {
                // Its checksum is right, so somebody else wrote it: nothing that could be told.
            }
        }
    }

    /** The lines with a wrong checksum. */
    List<VerifyReport.Damage> broken() {
        return List.copyOf(broken);
    }

    /** The events in whole lines, some of them. */
    List<String> events() {
        return List.copyOf(events);
    }

    /** The highest commit of a whole line; 0 when there was none. */
    long highest() {
        return highest;
    }
}
