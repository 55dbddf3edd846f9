package dev.eventfold.es.runtime.store.file;

import java.util.List;

/** Hears of what a scan of the log accepts, in order, and of what lies behind the place where it stopped. */
interface ScanVisitor {
    void segment(SegmentHeader header);

    /** Throws, with nothing changed, when it does not follow those before it: the scan stops before it. */
    void commit(long commit, List<ScannedLine> lines) throws Misfit;

    /**
     * Where the segment's header or the commit ends that was heard of last.
     *
     * @param known the highest commit that the log knows, up to here, to have been fsynced
     */
    default void end(LogScan.Start behind, long known) {}

    /** A line with another checksum than its own, where the scan stopped or behind that. */
    default void broken(long segment, long offset, String expected) {}

    /** A line behind the place where the scan stopped, which is whole. */
    default void passed(long segment, SegmentLines lines, Line line) {}
}
