package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one commit into a chunk, line by line, and notes where each line is. Changes nothing else, so that a commit that proves too large
 * can be taken back.
 */
final class LogEncoder {
    private final Chunk chunk;
    private final Checksum checksum;
    private final long commit;
    private final long synced;
    private final int lines;
    private final int begin;
    private final List<StoredEvent> events;
    private final long[] locations;
    private int line;

    /**
     * For one commit.
     *
     * @param commit its number
     * @param synced the highest commit whose fsync has returned
     * @param lines how many lines it has
     */
    LogEncoder(Chunk chunk, Checksum checksum, long commit, long synced, int lines) {
        this.chunk = chunk;
        this.checksum = checksum;
        this.commit = commit;
        this.synced = synced;
        this.lines = lines;
        this.begin = chunk.lines().length();
        this.events = new ArrayList<>(lines);
        this.locations = new long[lines];
    }

    static int lines(Commit commit) {
        int lines = commit.rows().size() + (commit.move() == null ? 0 : 1);
        for (StreamAppend append : commit.appends()) {
            lines += append.events().size();
        }
        return lines;
    }

    /**
     * Writes all lines, or as many as a commit may have bytes.
     *
     * @param position that of the first event
     * @param versions that of the first event of each append
     */
    void write(Commit content, long position, long[] versions) {
        long next = position;
        for (int n = 0; n < versions.length; n++) {
            StreamAppend append = content.appends().get(n);
            List<NewEvent> added = append.events();
            for (int index = 0; index < added.size() && !isTooLarge(); index++) {
                write(new StoredEvent(0, next++, append.stream(), versions[n] + index, index, added.get(index)));
            }
        }
        for (RowChange change : content.rows()) {
            if (!isTooLarge()) {
                begin();
                RowLine.write(chunk.lines(), change);
                end();
            }
        }
        ConsumerMove move = content.move();
        if (move != null && !isTooLarge()) {
            begin();
            MoveLine.write(chunk.lines(), move);
            end();
        }
    }

    private void write(StoredEvent event) {
        events.add(event);
        begin();
        EventLine.write(chunk.lines(), event);
        end();
    }

    private void begin() {
        locations[line] = chunk.nextLocation();
        new Line(commit, line, line == lines - 1 ? synced : Line.OPEN).write(chunk.lines());
    }

    private void end() {
        int from = (int) (Location.offset(locations[line]) - chunk.from());
        checksum.close(chunk.lines(), from);
        chunk.lines().raw('\n');
        line++;
    }

    /** The bytes written so far. */
    int bytes() {
        return chunk.lines().length() - begin;
    }

    boolean isTooLarge() {
        return bytes() > Commit.MAX_BYTES;
    }

    /** Takes back what was written. */
    void undo() {
        chunk.lines().truncate(begin);
    }

    /** The events as stored. */
    List<StoredEvent> events() {
        return events;
    }

    /** The location of a line of the commit. */
    long location(int index) {
        return locations[index];
    }
}
