package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.ConsumerMove;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The moves of one consumer, read from the segments one after the other: no index knows where they are, as nothing but a replay asks. Not safe
 * for use by several threads; to be closed.
 */
final class MoveLines implements Iterator<CommittedMove>, AutoCloseable {
    private final SegmentFiles files;
    private final LogReader reader;
    private final Checksum checksum;
    private final String consumer;
    private final long after;
    private final long last;
    private SegmentFiles.@Nullable Handle handle;
    private @Nullable SegmentLines lines;
    private int segment;
    private long commit;
    private long position;
    private @Nullable CommittedMove next;

    /** Of the commits behind one up to another, which is in the files. */
    private MoveLines(SegmentFiles files, LogReader reader, Checksum checksum, String consumer, long after, long last) {
        this.files = files;
        this.reader = reader;
        this.checksum = checksum;
        this.consumer = consumer;
        this.after = after;
        this.last = last;
    }

    /** The moves in the commits behind one up to another, which is in the files; to be closed. */
    static Stream<CommittedMove> of(
            SegmentFiles files, LogReader reader, Checksum checksum, String consumer, long after, long last) {
        if (after >= last) {
            return Stream.empty();
        }
        MoveLines moves = new MoveLines(files, reader, checksum, consumer, after, last);
        int kind = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(moves, kind), false)
                .onClose(moves::close);
    }

    @Override
    public boolean hasNext() {
        while (next == null && commit < last) {
            try {
                readCommit(open());
            } catch (BadLine bad) {
                throw reader.damaged(place(), bad);
            } catch (IllegalArgumentException e) {
                throw reader.damaged(place(), BadLine.illegal(e));
            } catch (IOException e) {
                throw reader.failed(place(), e);
            }
        }
        if (next == null) {
            close();
        }
        return next != null;
    }

    @Override
    public CommittedMove next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CommittedMove move = Objects.requireNonNull(next, "next");
        next = null;
        return move;
    }

    private long place() {
        return Location.of(segment, lines == null ? 0 : lines.offset());
    }

    /** The lines where the next commit begins. */
    private SegmentLines open() throws IOException, BadLine {
        if (lines == null) {
            return begin(first());
        }
        boolean full = segment < files.count() && commit + 1 >= files.firstCommit(segment + 1);
        return full ? begin(segment + 1) : lines;
    }

    private int first() {
        int found = 1;
        while (found < files.count() && files.firstCommit(found + 1) <= after + 1) {
            found++;
        }
        return found;
    }

    private SegmentLines begin(int number) throws IOException, BadLine {
        close();
        segment = number;
        handle = files.acquire(number);
        SegmentLines opened = new SegmentLines(handle.file(), 0, Long.MAX_VALUE);
        lines = opened;
        expectLine(opened);
        SegmentHeader header = SegmentHeader.read(opened.bytes(), opened.from(), opened.to());
        commit = header.commit() - 1;
        position = header.first() - 1;
        return opened;
    }

    private static void expectLine(SegmentLines lines) throws IOException, BadLine {
        if (!lines.next() || lines.isEmpty()) {
            throw new BadLine("expected a line");
        }
    }

    private void readCommit(SegmentLines from) throws IOException, BadLine {
        long before = position;
        MoveLine move = null;
        List<ConsumerMove.Unchanged> unchanged = List.of();
        Line line;
        int index = 0;
        do {
            expectLine(from);
            int to = checksum.check(from.bytes(), from.from(), from.to());
            LineParser parser = new LineParser(from.bytes(), from.from(), to);
            line = Line.read(parser);
            if (line.commit() != commit + 1 || line.index() != index++) {
                throw new BadLine("expected commit " + (commit + 1) + ", not " + line.commit());
            }
            if (parser.skip(EventLine.POSITION)) {
                position = parser.number();
            } else if (parser.next(MoveLine.CONSUMER)) {
                move = MoveLine.read(parser);
                unchanged = MoveLine.unchanged(parser);
            }
        } while (!line.closes());
        commit = line.commit();
        if (move != null && commit > after && move.consumer().equals(consumer)) {
            next = new CommittedMove(commit, before, position, move.from(), move.to(), unchanged);
        }
    }

    @Override
    public void close() {
        SegmentFiles.Handle used = handle;
        handle = null;
        if (used != null) {
            used.close();
        }
    }
}
