package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines by their location, and reads ahead when they follow each other. Not safe for use by several threads; to be closed.
 */
final class LineSource implements AutoCloseable {
    private static final int ONE_LINE = 1 << 10;
    private static final int MANY_LINES = 1 << 16;

    private final SegmentFiles files;
    private SegmentFiles.@Nullable Handle handle;
    private int segment;
    private byte[] buffer = new byte[ONE_LINE];
    private long base;
    private int filled;
    private int from;
    private int to;
    private boolean stale;

    LineSource(SegmentFiles files) {
        this.files = files;
    }

    byte[] bytes() {
        return buffer;
    }

    /** Where the line begins in {@link #bytes()}. */
    int from() {
        return from;
    }

    /** Where it ends, without its line break. */
    int to() {
        return to;
    }

    /**
     * Reads again what is read next: where there was room for lines to come, or half of one, there may be lines by now. To be called before
     * lines are sought that were not written when the last ones were.
     */
    void refresh() {
        stale = true;
    }

    /** Goes to a line. */
    void seek(long location) throws IOException, BadLine {
        DiskFile file = open(Location.segment(location));
        long offset = Location.offset(location);
        if (stale || offset < base || offset >= base + filled) {
            boolean near = filled > 0 && offset >= base && offset - base - filled < MANY_LINES;
            load(file, offset, near ? Math.min(MANY_LINES, buffer.length * 4) : ONE_LINE);
        }
        from = (int) (offset - base);
        to = find(from);
        if (to < 0) {
            loadWhole(file, offset);
        }
    }

    private DiskFile open(int wanted) throws IOException {
        if (handle == null || segment != wanted) {
            close();
            handle = files.acquire(wanted);
            segment = wanted;
            filled = 0;
        }
        return handle.file();
    }

    private void load(DiskFile file, long offset, int length) throws IOException {
        if (buffer.length < length) {
            buffer = new byte[length];
        }
        stale = false;
        base = offset;
        filled = file.read(offset, buffer, 0, length);
    }

    private void loadWhole(DiskFile file, long offset) throws IOException, BadLine {
        int length = Math.max(filled - from, ONE_LINE) * 4;
        while (true) {
            load(file, offset, length);
            from = 0;
            to = find(0);
            if (to >= 0) {
                return;
            }
            if (filled < length || length > SegmentLines.LONGEST) {
                throw new BadLine("expected a line");
            }
            length = Math.min(length * 2, SegmentLines.LONGEST + 1);
        }
    }

    private int find(int start) {
        return LineBreaks.find(buffer, start, filled);
    }

    @Override
    public void close() {
        SegmentFiles.Handle used = handle;
        handle = null;
        if (used != null) {
            used.close();
        }
    }
}
