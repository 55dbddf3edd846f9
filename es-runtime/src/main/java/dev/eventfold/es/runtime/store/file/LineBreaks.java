package dev.eventfold.es.runtime.store.file;

/** Finds the ends of lines. */
final class LineBreaks {
    private LineBreaks() {}

    /** The first line break from one offset up to another; -1 when there is none. */
    static int find(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long found = EightBytes.equal(EightBytes.at(bytes, at), '\n');
            if (found != 0) {
                return at + EightBytes.first(found);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
