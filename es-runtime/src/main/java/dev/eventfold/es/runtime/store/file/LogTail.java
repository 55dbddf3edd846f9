package dev.eventfold.es.runtime.store.file;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The end of the log: what is decided and not yet written, and where the next line will be. Guarded by the store's lock. */
final class LogTail {
    private static final long FULL_CHUNK = 1 << 16;

    /** As the G1 collector has it, an object of half a region, which has 1 MiB in small heaps, is worth a cycle: doubled, this stays below. */
    private static final int SMALLEST_BUFFER = (1 << 12) - 32;

    private static final int LARGEST_SPARE = SMALLEST_BUFFER << 7;
    private static final int MOST_SPARES = 8;

    private final String storeId;
    private final Clock clock;
    private final long segmentBytes;

    /** From here on the next commit goes into a chunk of its own, so that no buffer grows with the group. */
    private final long fullChunk;

    private final SegmentFiles files;
    private Group filling;
    private @Nullable Group writing;
    private final Deque<LineBuffer> spares = new ArrayDeque<>();
    private long end;
    private int placeSegment;
    private long placeOffset;
    private long placeCommit;
    private long placePosition;

    /**
     * Behind what is written.
     *
     * @param place where the log ends; null when there is no segment
     */
    LogTail(String storeId, FileStoreOptions options, SegmentFiles files, LogScan.@Nullable Start place) {
        this.storeId = storeId;
        this.clock = options.clock();
        this.segmentBytes = options.segmentBytes();
        this.fullChunk = Math.min(FULL_CHUNK, segmentBytes / 16);
        this.files = files;
        this.filling = new Group();
        if (place != null) {
            end = place.offset();
            placeSegment = place.segment();
            placeOffset = place.offset();
            placeCommit = place.commit();
            placePosition = place.position();
        }
    }

    /**
     * Where the lines of the next commit go.
     *
     * @param commit its number
     * @param position that of its first event, if it has one
     */
    Chunk chunkFor(long commit, long position) {
        boolean begun = !filling.chunks().isEmpty()
                && last().begins() != null
                && last().lines().length() == 0;
        if (!begun && (files.count() == 0 || end >= segmentBytes)) {
            return beginSegment(commit, position);
        }
        if (filling.chunks().isEmpty() || last().lines().length() >= fullChunk) {
            filling.chunks().add(new Chunk(files.count(), end, null, emptyBuffer()));
        }
        return last();
    }

    private Chunk beginSegment(long commit, long position) {
        SegmentHeader header = new SegmentHeader(files.count() + 1, storeId, position, commit, clock.instant());
        files.add(commit, end);
        Chunk chunk = new Chunk(header.segment(), header.line().length, header, emptyBuffer());
        filling.chunks().add(chunk);
        end = chunk.end();
        return chunk;
    }

    private Chunk last() {
        return filling.chunks().get(filling.chunks().size() - 1);
    }

    /** Keeps what was written into the chunk as the next commit. */
    void add(long commit, long position) {
        filling.add(commit, position);
        end = last().end();
        placeSegment = last().segment();
        placeOffset = end;
        placeCommit = commit;
        placePosition = position;
    }

    /** Behind the last commit; null when there is no segment. */
    LogScan.@Nullable Start place() {
        return placeSegment == 0
                ? null
                : new LogScan.Start(
                        storeId,
                        placeSegment,
                        files.firstCommit(placeSegment),
                        placeOffset,
                        placeCommit,
                        placePosition);
    }

    /** The commits that nobody writes yet. */
    Group filling() {
        return filling;
    }

    /** The commits that are being written; null when nobody writes. */
    @Nullable
    Group writing() {
        return writing;
    }

    /** Takes all that is decided, to write it. */
    Group take() {
        Group taken = filling;
        writing = taken;
        filling = new Group();
        return taken;
    }

    /** Forgets what was taken: it is written. Its buffers serve again, or each fsync would leave new ones behind. */
    void written() {
        Group taken = writing;
        if (taken != null) {
            taken.chunks().forEach(chunk -> keep(chunk.lines()));
        }
        writing = null;
    }

    private void keep(LineBuffer used) {
        if (used.capacity() <= LARGEST_SPARE && spares.size() < MOST_SPARES) {
            spares.push(used);
        }
    }

    private LineBuffer emptyBuffer() {
        LineBuffer lines = spares.poll();
        if (lines == null) {
            return new LineBuffer(filling.chunks().isEmpty() ? SMALLEST_BUFFER : likeLast());
        }
        lines.truncate(0);
        return lines;
    }

    /** What follows a full chunk is mostly as large, and need not grow to it. */
    private int likeLast() {
        return Math.min(last().lines().capacity(), LARGEST_SPARE);
    }

    /** A copy of a line that is not yet written; empty when it is. */
    Optional<byte[]> line(long location) {
        for (Chunk chunk : chunks()) {
            if (chunk.holds(location)) {
                return Optional.of(chunk.line(location));
            }
        }
        return Optional.empty();
    }

    private List<Chunk> chunks() {
        Group taken = writing;
        if (taken == null) {
            return filling.chunks();
        }
        List<Chunk> all = new ArrayList<>(taken.chunks());
        all.addAll(filling.chunks());
        return all;
    }
}
