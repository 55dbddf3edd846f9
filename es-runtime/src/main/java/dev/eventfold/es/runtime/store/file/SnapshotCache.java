package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots beside an open log. With {@code Durability.OS} a crash may take back what they have seen, so they are held back until the log is
 * durable: until it is closed, and so many as memory has room for. Safe for use by any number of threads.
 */
final class SnapshotCache implements Closeable {
    private static final long MOST_SPARE = 1 << 20;
    private static final long MOST_HELD_BACK = 16 << 20;

    private final Disk disk;
    private final SnapshotFile file;
    private final EventReads reads;
    private final GroupCommit group;
    private final Guard guard;
    private final Map<StreamId, Snapshot> heldBack = new HashMap<>();
    private long bytesHeldBack;

    SnapshotCache(Opening opening, EventReads reads, GroupCommit group, Guard guard) {
        this.disk = opening.disk();
        long spare = Math.min(MOST_SPARE, opening.options().segmentBytes());
        this.file = new SnapshotFile(disk, opening.storeId(), spare);
        this.reads = reads;
        this.group = group;
        this.guard = guard;
    }

    Optional<Snapshot> find(StreamId stream) {
        Snapshot held = heldBack(stream);
        if (held != null) {
            return Optional.of(held);
        }
        try {
            return file.find(stream);
        } catch (IOException e) {
            throw Failures.of("reading a snapshot of " + stream + " failed", disk, e);
        }
    }

    private @Nullable Snapshot heldBack(StreamId stream) {
        synchronized (heldBack) {
            return heldBack.get(stream);
        }
    }

    /** Keeps one of events that are durable. */
    void keep(Snapshot snapshot) {
        if (reads.version(snapshot.stream(), View.DURABLE) < snapshot.version()) {
            return;
        }
        long durable = group.durable();
        long synced = guard.working(group::synced);
        if (synced < durable) {
            holdBack(snapshot);
            return;
        }
        forget(snapshot.stream());
        try {
            file.add(snapshot, synced);
        } catch (IOException e) {
            throw Failures.of("writing a snapshot of " + snapshot.stream() + " failed", disk, e);
        }
    }

    private void holdBack(Snapshot snapshot) {
        synchronized (heldBack) {
            forget(snapshot.stream());
            int bytes = snapshot.state().utf8().length;
            if (bytesHeldBack + bytes <= MOST_HELD_BACK) {
                heldBack.put(snapshot.stream(), snapshot);
                bytesHeldBack += bytes;
            }
        }
    }

    private void forget(StreamId stream) {
        synchronized (heldBack) {
            Snapshot before = heldBack.remove(stream);
            bytesHeldBack -= before == null ? 0 : before.state().utf8().length;
        }
    }

    /** Writes those held back, now that all of the log is durable. */
    void writeHeldBack(long commit) throws IOException {
        synchronized (heldBack) {
            for (Snapshot snapshot : heldBack.values()) {
                file.add(snapshot, commit);
            }
            heldBack.clear();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
