package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamId;
import java.io.Closeable;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code snapshots/states.jsonl}, of a log that is open for writing: a line for each snapshot that was kept, the newest of a stream last.
 * It grows at its end, and is written anew without the older ones when these are the greater part. Whoever reads never waits for whoever writes.
 * Safe for use by any number of threads.
 */
final class SnapshotFile implements Closeable {
    static final String DIRECTORY = "snapshots";
    static final String NAME = "states.jsonl";
    static final String PATH = DIRECTORY + "/" + NAME;

    /** A larger one is not kept. */
    static final int LARGEST = 16 << 20;

    private final Disk disk;
    private final String storeId;
    private final long spare;
    private final Object opening = new Object();
    private final Object writing = new Object();
    private volatile @Nullable Opened opened;
    private @Nullable DiskFile target;
    private boolean isWhole;
    private boolean closed;

    /** What is read, through a file of its own: whoever writes holds up nobody. */
    private record Opened(@Nullable DiskFile source, SnapshotIndex index) {}

    /**
     * Opens nothing yet.
     *
     * @param spare how many bytes of older snapshots there may be in any case
     */
    SnapshotFile(Disk disk, String storeId, long spare) {
        this.disk = disk;
        this.storeId = storeId;
        this.spare = spare;
    }

    /** The newest snapshot of a stream. */
    Optional<Snapshot> find(StreamId stream) throws IOException {
        while (true) {
            Opened now = opened();
            DiskFile source = now.source();
            if (source == null) {
                return Optional.empty();
            }
            try {
                return now.index().find(source, stream);
            } catch (IOException e) {
                // It may have been replaced meanwhile.
                if (now.equals(opened)) {
                    throw e;
                }
            }
        }
    }

    private Opened opened() throws IOException {
        Opened known = opened;
        if (known != null) {
            return known;
        }
        synchronized (opening) {
            known = opened;
            if (known == null) {
                known = open();
                opened = known;
            }
            return known;
        }
    }

    private Opened nothing() {
        return new Opened(null, new SnapshotIndex(storeId));
    }

    private Opened open() throws IOException {
        if (closed || !disk.exists(PATH)) {
            return nothing();
        }
        DiskFile source = disk.openForReading(PATH);
        try {
            SnapshotIndex index = new SnapshotIndex(storeId);
            index.scan(source);
            return new Opened(source, index);
        } catch (IOException | RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    /** Adds one, of events that an fsync has covered. */
    void add(Snapshot snapshot, long syncedCommit) throws IOException {
        SnapshotLine line = new SnapshotLine(storeId, syncedCommit, snapshot);
        byte[] bytes = line.write();
        if (bytes.length > LARGEST) {
            return;
        }
        synchronized (writing) {
            if (!closed) {
                Opened now = begun();
                append(now.index(), line, bytes);
                if (now.index().end() > 2 * now.index().live() + spare) {
                    rewrite(now);
                }
            }
        }
    }

    /** With a file, if need be an empty one. */
    private Opened begun() throws IOException {
        if (target == null) {
            disk.createDirectory(DIRECTORY);
            target = disk.openForWriting(PATH);
            disk.syncDirectory(DIRECTORY);
        }
        Opened now = opened();
        return now.source() == null ? replaced() : now;
    }

    private void append(SnapshotIndex index, SnapshotLine line, byte[] bytes) throws IOException {
        DiskFile file = Objects.requireNonNull(target);
        if (!isWhole && file.size() > index.end()) {
            // What an interrupted write has left would hide the last line from whoever looks from the end.
            file.truncate(index.end());
        }
        isWhole = false;
        file.write(index.end(), bytes, 0, bytes.length);
        isWhole = true;
        index.add(line, bytes.length);
    }

    private void rewrite(Opened old) throws IOException {
        DiskFile source = Objects.requireNonNull(old.source());
        CacheFile.replace(disk, DIRECTORY, NAME, file -> old.index().copyNewest(source, file));
        DiskFile replaced = target;
        target = null;
        Closing.all(this::replaced, replaced, source);
    }

    private Opened replaced() throws IOException {
        synchronized (opening) {
            opened = null;
            Opened next = open();
            opened = next;
            return next;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (writing) {
            Opened last;
            synchronized (opening) {
                closed = true;
                last = opened;
                opened = nothing();
            }
            Closing.all(last == null ? null : last.source(), target);
        }
    }
}
