package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.StreamId;

/** What the index needs to know of a line. */
sealed interface ScannedLine {
    /** Where it is. */
    long location();

    record Event(long location, long position, StreamId stream, long version, String command) implements ScannedLine {}

    record RowChanged(long location, RowLine change) implements ScannedLine {}

    record Moved(long location, MoveLine move) implements ScannedLine {}

    /** Reads the rest of a line of a commit, whose beginning has been read. */
    static ScannedLine read(long commit, byte[] bytes, LineParser line, long location) throws BadLine {
        try {
            if (line.next(EventLine.POSITION)) {
                return EventLine.scan(line, location);
            }
            if (line.next(RowLine.ROW)) {
                return new RowChanged(location, RowLine.read(commit, bytes, line));
            }
            return new Moved(location, MoveLine.read(line));
        } catch (IllegalArgumentException e) {
            throw BadLine.illegal(e);
        }
    }
}
