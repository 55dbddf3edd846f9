package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads written lines where the index says that they are, and believes none whose checksum is wrong. Safe for use by any number of threads. */
final class LogReader {
    private final Disk disk;
    private final SegmentFiles files;
    private final Checksum checksum;
    private final Names names = new Names();

    LogReader(Disk disk, SegmentFiles files, Checksum checksum) {
        this.disk = disk;
        this.files = files;
        this.checksum = checksum;
    }

    /** A number of reads that are likely to be near each other; to be closed. */
    LineSource source() {
        return new LineSource(files);
    }

    /** The moves of a consumer in the commits behind one up to another, which is in the files; to be closed. */
    Stream<CommittedMove> moves(String consumer, long after, long last) {
        return MoveLines.of(files, this, checksum, consumer, after, last);
    }

    /** The event at a position; null when it is not wanted. */
    @Nullable
    StoredEvent event(LineSource source, long location, long position, int placeInCommand, EventFilter wanted) {
        try {
            source.seek(location);
            return event(source.bytes(), source.from(), source.to(), position, placeInCommand, wanted);
        } catch (BadLine bad) {
            throw damaged(location, bad);
        } catch (IOException e) {
            throw failed(location, e);
        }
    }

    /** The same of a line that is in memory. */
    @Nullable
    StoredEvent event(byte[] line, long location, long position, int placeInCommand, EventFilter wanted) {
        try {
            return event(line, 0, line.length, position, placeInCommand, wanted);
        } catch (BadLine bad) {
            throw damaged(location, bad);
        }
    }

    private @Nullable StoredEvent event(
            byte[] bytes, int from, int to, long position, int placeInCommand, EventFilter wanted) throws BadLine {
        LineParser parser = new LineParser(bytes, from, checksum.check(bytes, from, to));
        Line.read(parser);
        try {
            return EventLine.read(bytes, parser, position, placeInCommand, names, wanted);
        } catch (IllegalArgumentException e) {
            throw BadLine.illegal(e);
        }
    }

    /** A line that says what became of a row. */
    RowLine row(long location) {
        try (LineSource source = source()) {
            source.seek(location);
            return row(source.bytes(), source.from(), source.to());
        } catch (BadLine bad) {
            throw damaged(location, bad);
        } catch (IOException e) {
            throw failed(location, e);
        }
    }

    /** The same of a line that is in memory. */
    RowLine row(byte[] line, long location) {
        try {
            return row(line, 0, line.length);
        } catch (BadLine bad) {
            throw damaged(location, bad);
        }
    }

    private RowLine row(byte[] bytes, int from, int to) throws BadLine {
        LineParser parser = new LineParser(bytes, from, checksum.check(bytes, from, to));
        try {
            return RowLine.read(Line.read(parser).commit(), bytes, parser);
        } catch (IllegalArgumentException e) {
            throw BadLine.illegal(e);
        }
    }

    /** Whether a line, which an index names for the hash of a row, is about it. */
    boolean isAbout(RowKey key, RowLine line, long location, LogIndex index) {
        if (!index.isAlike(key, line.key())) {
            throw damaged(location, new BadLine("expected the row " + key + ", not " + line.key()));
        }
        return line.key().equals(key);
    }

    /** Says where a line is not as it was written. */
    StoreDamaged damaged(long location, BadLine bad) {
        return new StoreDamaged(
                "the log is damaged: directory=" + disk.directory() + ", file=" + name(location) + ", offset="
                        + Location.offset(location) + ", " + bad.expected(),
                bad);
    }

    /** Says where a line cannot be read. */
    StoreFailed failed(long location, IOException e) {
        return new StoreFailed(
                "reading the log failed: directory=" + disk.directory() + ", file=" + name(location) + ", offset="
                        + Location.offset(location) + ", cause=" + Failures.cause(e),
                e);
    }

    private String name(long location) {
        return SegmentName.DIRECTORY + "/" + files.name(Location.segment(location));
    }
}
