package dev.eventfold.es.runtime.store.file;

import java.nio.charset.StandardCharsets;

/**
 * The beginning that every line of a commit has: the number of the commit, the place in it, and {@code synced} on the last.
 *
 * @param commit the dense number of the commit
 * @param index the place of the line in its commit, from 0
 * @param synced on the last line of a commit, the highest commit whose fsync had returned when the line was encoded; else {@link #OPEN}
 */
record Line(long commit, int index, long synced) {
    /** No {@code synced}: the commit goes on. */
    static final long OPEN = -1;

    private static final byte[] COMMIT = ascii("{\"c\":");
    private static final byte[] INDEX = ascii(",\"i\":");
    private static final byte[] SYNCED = ascii(",\"synced\":");

    boolean closes() {
        return synced != OPEN;
    }

    void write(LineBuffer line) {
        line.raw(COMMIT).number(commit).raw(INDEX).number(index);
        if (closes()) {
            line.raw(SYNCED).number(synced);
        }
    }

    static Line read(LineParser line) throws BadLine {
        line.expect(COMMIT);
        long commit = line.number();
        line.expect(INDEX);
        int index = line.smallNumber();
        return new Line(commit, index, line.skip(SYNCED) ? line.number() : OPEN);
    }

    static byte[] ascii(String literal) {
        return literal.getBytes(StandardCharsets.US_ASCII);
    }
}
