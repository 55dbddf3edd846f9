package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Commit;
import java.io.IOException;
import java.util.Arrays;

/** The lines of a file, one after the other, in bounded memory. Not safe for use by several threads. */
final class SegmentLines {
    /** No line of ours is longer: a commit is not, and each of its lines is shorter. */
    static final int LONGEST = (int) Commit.MAX_BYTES + (1 << 20);

    private static final int BLOCK = 1 << 18;

    private final DiskFile file;
    private final long limit;
    private byte[] buffer;

    /** The offset in the file of the first byte in the buffer. */
    private long base;

    private int filled;
    private boolean atEnd;
    private int from;
    private int to;
    private int next;

    /**
     * From one place to another.
     *
     * @param limit where the file is taken to end, when it does not before
     */
    SegmentLines(DiskFile file, long offset, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        this.base = offset;
        this.buffer = new byte[(int) Math.max(1, Math.min(BLOCK, Math.min(file.size(), limit) - offset + 1))];
    }

    /** Goes to the next line; false at the end of the file. */
    boolean next() throws IOException {
        from = next;
        int searched = from;
        while (true) {
            int end = find(searched);
            if (end >= 0) {
                to = end;
                next = end + 1;
                return true;
            }
            searched = filled;
            if (atEnd || filled - from > LONGEST) {
                to = filled;
                next = filled;
                return to > from;
            }
            searched -= more();
        }
    }

    private int find(int start) {
        return LineBreaks.find(buffer, start, filled);
    }

    /** Reads on, and gives by how much the line moved to the left. */
    private int more() throws IOException {
        int moved = from;
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        base += moved;
        filled -= moved;
        from = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int wanted = (int) Math.max(0, Math.min(buffer.length - filled, limit - base - filled));
        int read = file.read(base + filled, buffer, filled, wanted);
        atEnd = read < buffer.length - filled;
        filled += read;
        return moved;
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

    /** Whether a line break follows. */
    boolean terminated() {
        return next > to;
    }

    boolean isEmpty() {
        return from == to;
    }

    /** The offset of the line in the file. */
    long offset() {
        return base + from;
    }

    /** The offset behind the line and its line break. */
    long end() {
        return base + next;
    }
}
