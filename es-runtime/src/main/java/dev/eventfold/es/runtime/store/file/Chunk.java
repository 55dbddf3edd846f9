package dev.eventfold.es.runtime.store.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decided lines that follow each other in one segment and are not yet written. Guarded by the store's lock until it is being written. */
final class Chunk {
    private final int segment;
    private final long from;
    private final @Nullable SegmentHeader begins;
    private final LineBuffer lines;

    /**
     * An empty one.
     *
     * @param segment the number of the segment
     * @param from the offset where its first line begins
     * @param begins the header that is to be written before; null in a segment that has it
     * @param lines where its lines go, empty
     */
    Chunk(int segment, long from, @Nullable SegmentHeader begins, LineBuffer lines) {
        this.segment = segment;
        this.from = from;
        this.begins = begins;
        this.lines = lines;
    }

    int segment() {
        return segment;
    }

    long from() {
        return from;
    }

    @Nullable
    SegmentHeader begins() {
        return begins;
    }

    LineBuffer lines() {
        return lines;
    }

    /** The offset behind the last line. */
    long end() {
        return from + lines.length();
    }

    /** The location of the next line. */
    long nextLocation() {
        return Location.of(segment, end());
    }

    boolean holds(long location) {
        long offset = Location.offset(location);
        return Location.segment(location) == segment && offset >= from && offset < end();
    }

    /** A copy of the line at a location that it {@link #holds}, without its line break. */
    byte[] line(long location) {
        byte[] bytes = lines.array();
        int start = (int) (Location.offset(location) - from);
        return Arrays.copyOfRange(bytes, start, LineBreaks.find(bytes, start, lines.length()));
    }
}
