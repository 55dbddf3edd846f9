package dev.eventfold.es.runtime.store.file;

/**
 * How far the files of an index know the log, and when they are to know more of it.
 *
 * @param end behind the last commit that they know
 * @param crc the checksum in the head of the last of them
 * @param whole the last position that the whole index knows
 * @param parts how many parts go on from it
 */
record IndexReach(LogScan.Start end, int crc, long whole, int parts) {
    /** The whole index is written again when the log has grown by this part, so that all that is written of it stays in proportion to the log. */
    private static final int WHOLE_AFTER = 8;

    /** The same when the store is closed, which has time for it: what is in parts takes longer to be read. */
    private static final int WHOLE_AFTER_AT_CLOSE = 32;

    /** Each part is a file to be opened, however small. */
    private static final int MOST_PARTS = 32;

    /** When the store is closed, a smaller part is left to be read at the next opening. */
    private static final int LEFT_AT_CLOSE = 1_000;

    /** A part writes all rows: the log must have grown by so many times their bytes. */
    private static final int GROWTH_FOR_ROWS = 2;

    /** Whether more is to be written now that so many segments are full. */
    boolean isDue(int full, long segmentBytes, long rowBytes) {
        long grown = (full - end.segment() + 1) * segmentBytes;
        return grown >= Math.max(segmentBytes, GROWTH_FOR_ROWS * rowBytes);
    }

    /** Whether more is to be written of a store that is closed with so many commits. */
    boolean isDueAtClose(long commits) {
        return (commits - end.commit()) * LEFT_AT_CLOSE > commits;
    }

    /**
     * Whether all of it is to be written again when it is due, and not a part.
     *
     * @param closing whether the store is closed
     */
    boolean isWholeDue(long position, boolean closing) {
        int after = closing ? WHOLE_AFTER_AT_CLOSE : WHOLE_AFTER;
        return parts == MOST_PARTS || (position - whole) * after > whole;
    }

    /** With a part more. */
    IndexReach and(LogScan.Start newEnd, int newCrc) {
        return new IndexReach(newEnd, newCrc, whole, parts + 1);
    }
}
