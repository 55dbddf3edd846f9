package dev.eventfold.es.runtime.store.file;

import java.util.ArrayList;
import java.util.List;

/** Puts lines together to commits, and refuses a line that does not come next. Not safe for use by several threads. */
final class CommitAssembly {
    private final List<ScannedLine> lines = new ArrayList<>();
    private long commit;
    private long position;
    private long nextPosition = 1;

    /** The last whole commit. */
    long commit() {
        return commit;
    }

    /** The last position in it. */
    long position() {
        return position;
    }

    /** Goes on behind a commit that is known to be whole. */
    void startBehind(long knownCommit, long knownPosition) {
        commit = knownCommit;
        position = knownPosition;
        nextPosition = knownPosition + 1;
    }

    /** Whether lines of a commit are there that nothing closes yet. */
    boolean isOpen() {
        return !lines.isEmpty();
    }

    /** Takes a line that was read as far as its beginning. */
    void add(Line line, ScannedLine scanned) throws BadLine {
        if (line.commit() != commit + 1 || line.index() != lines.size()) {
            throw new BadLine("expected line " + lines.size() + " of commit " + (commit + 1) + ", not line "
                    + line.index() + " of commit " + line.commit());
        }
        if (scanned instanceof ScannedLine.Event event) {
            if (event.position() != nextPosition) {
                throw new BadLine("expected position " + nextPosition + ", not " + event.position());
            }
            nextPosition++;
        }
        if (line.closes() && line.synced() > commit) {
            throw new BadLine("expected synced below " + line.commit() + ", not " + line.synced());
        }
        lines.add(scanned);
    }

    /** The lines of the commit that is open. */
    List<ScannedLine> lines() {
        return List.copyOf(lines);
    }

    /** The last line closed the commit, and all of it fits: the next one begins. */
    void close() {
        lines.clear();
        commit++;
        position = nextPosition - 1;
    }
}
