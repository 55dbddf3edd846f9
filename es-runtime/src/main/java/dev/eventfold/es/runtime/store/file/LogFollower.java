package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log that somebody else may be writing, as far as it is known to be fsynced, and follows it. Takes no lock and changes nothing. Not
 * safe for use by several threads.
 */
final class LogFollower {
    /** How often a head that is just being written is read again. */
    private static final int ATTEMPTS = 5;

    private final Disk disk;
    private final SegmentFiles files;
    private final IndexBuilder builder;
    private LogScan.@Nullable Start behind;

    /** The checksum of the last line that was taken; null when it could not be read. */
    private byte @Nullable [] seal = {};

    private @Nullable Head newest;

    private LogFollower(Disk disk) {
        this.disk = disk;
        this.files = new SegmentFiles(disk);
        this.builder = new IndexBuilder(disk, files);
    }

    /** Behind what an index file knows. */
    private LogFollower(Disk disk, IndexFile.Content begun) {
        this.disk = disk;
        this.files = begun.files();
        this.builder = new IndexBuilder(disk, begun);
        this.behind = begun.end();
    }

    private static LogFollower begin(Disk disk) throws IOException {
        return IndexFiles.read(disk, Directory.segments(disk))
                .map(found -> new LogFollower(disk, found.content()))
                .orElseGet(() -> new LogFollower(disk));
    }

    /** Reads what is there. */
    static LogFollower open(Disk disk) throws IOException {
        return Picture.look(disk, before -> open(disk, before), opened -> true);
    }

    private static LogFollower open(Disk disk, Picture before) throws IOException {
        LogFollower follower = begin(disk);
        try {
            follower.read(Claims.read(disk), Directory.segments(disk), Long.MAX_VALUE);
            follower.newest = before.head().orElse(null);
            return follower;
        } catch (IOException | RuntimeException | Error e) {
            follower.close();
            throw e;
        }
    }

    /** Goes on to what is known to be fsynced now. */
    void follow() throws IOException {
        Optional<Head> head = head();
        if (head.isEmpty()) {
            Picture.look(disk, before -> followWithoutHead(), followed -> true);
        } else if (!head.get().equals(newest)) {
            follow(head.get());
            newest = head.get();
        }
    }

    private LogFollower followWithoutHead() throws IOException {
        requireUnchanged();
        read(Claims.read(disk), Directory.segments(disk), Long.MAX_VALUE);
        return this;
    }

    private void follow(Head head) throws IOException {
        LogScan.Start from = behind;
        boolean another = from != null && !head.store().equals(from.storeId());
        if (another || (newest != null && head.commit() < newest.commit())) {
            throw changed("head.json names commit " + head.commit() + " of store " + head.store());
        }
        if (from == null || head.commit() > from.commit()) {
            requireUnchanged();
            List<Long> segments = segments(from, head);
            read(claims(head), segments, end(segments, head));
        }
    }

    private static Claims claims(Head head) {
        return new Claims(List.of(new Claims.Claim(Head.NAME, head.store(), head.commit())));
    }

    /** Up to the one that the head names. */
    private List<Long> segments(LogScan.@Nullable Start from, Head head) throws IOException {
        if (from != null && head.file().equals(SegmentName.of(from.first()))) {
            return List.of(from.first());
        }
        OptionalLong last = SegmentName.firstCommit(head.file());
        return Directory.segments(disk).stream()
                .filter(first -> last.isEmpty() || first <= last.getAsLong())
                .toList();
    }

    /** How far the last segment is read: what lies behind the head changes while it is read. */
    private static long end(List<Long> segments, Head head) {
        boolean there = !segments.isEmpty() && head.file().equals(SegmentName.of(segments.get(segments.size() - 1)));
        return there ? head.offset() : Long.MAX_VALUE;
    }

    /** The head; empty when there is none that can be believed, though it was read again. */
    private Optional<Head> head() throws IOException {
        Optional<Head> head = Head.read(disk);
        for (int attempt = 1; head.isEmpty() && attempt < ATTEMPTS && disk.exists(Head.NAME); attempt++) {
            Thread.onSpinWait();
            head = Head.read(disk);
        }
        return head;
    }

    private void read(Claims claims, List<Long> segments, long end) throws IOException {
        ProvenCommits proven =
                new ProvenCommits(disk, builder, claims.known(behind == null ? null : behind.storeId()), behind);
        LogScan scan = behind == null ? new LogScan(disk, proven) : new LogScan(disk, proven, behind);
        try {
            scan.run(segments, end);
            new Recovery(disk, scan, claims.known(scan.storeId())).refuseDamage();
        } finally {
            behind = proven.behind();
            seal = null;
            seal = seal();
        }
    }

    /** The checksum of the last line that was taken, as it is in the file now. */
    private byte[] seal() throws IOException {
        LogScan.Start last = behind;
        if (last == null) {
            return new byte[0];
        }
        byte[] bytes = new byte[Checksum.LENGTH];
        try (DiskFile file = disk.openForReading(SegmentName.path(last.first()))) {
            int length = file.read(last.offset() - 1 - bytes.length, bytes, 0, bytes.length);
            return Arrays.copyOf(bytes, length);
        }
    }

    /** Commits that were taken are never taken back but by a repair, or by whoever puts other files there. */
    private void requireUnchanged() throws IOException {
        try {
            byte[] now = seal();
            if (seal != null && !Arrays.equals(now, seal)) {
                throw changed("the last line that was read is another one");
            }
        } catch (NoSuchFileException e) {
            throw changed("the segment that was read last is gone");
        }
    }

    private StoreFailed changed(String how) {
        return new StoreFailed(
                "what was read of the log has changed since: directory=" + disk.directory() + ", " + how
                        + "; open it again",
                null);
    }

    SegmentFiles files() {
        return files;
    }

    /** What the log says; null as long as there is no segment. */
    @Nullable
    LogIndex index() {
        return builder.index();
    }

    /** Behind the last commit that was taken; null as long as there is no segment. */
    LogScan.@Nullable Start behind() {
        return behind;
    }

    void close() {
        files.close();
    }
}
