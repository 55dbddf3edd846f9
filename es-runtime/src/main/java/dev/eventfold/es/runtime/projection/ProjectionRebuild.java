package dev.eventfold.es.runtime.projection;

import dev.eventfold.es.runtime.RebuildReport;

/** That a projection was folded anew. */
record ProjectionRebuild(String processManager, long events, long rows) implements RebuildReport {
    @Override
    public int generation() {
        return 1;
    }

    @Override
    public String toString() {
        return processManager + " rebuilt: events=" + events + " instances=" + rows;
    }
}
