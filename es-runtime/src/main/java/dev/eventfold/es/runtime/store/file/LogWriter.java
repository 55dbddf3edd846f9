package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.Durability;
import dev.eventfold.es.runtime.observe.FsyncEvent;
import dev.eventfold.es.runtime.observe.Observer;
import dev.eventfold.es.runtime.observe.Ongoing;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes groups of commits to the disk, one after the other. Used by one thread at a time: the one that leads. */
final class LogWriter {
    private static final long LEAST_ROOM = 1 << 16;
    private static final long MOST_ROOM = 1 << 20;

    private final Disk disk;
    private final String storeId;
    private final Durability durability;
    private final long segmentBytes;
    private final Observer observer;
    private @Nullable DiskFile segment;
    private @Nullable DiskFile head;
    private String name = "";
    private long end;

    /** Behind the room that was made in the segment; {@link #end} when there is none. */
    private long room;

    private long synced;
    private int sealed;
    private long commit;
    private long position;

    /** On a log that is durable up to a commit and a position. */
    LogWriter(Disk disk, String storeId, FileStoreOptions options, long commit, long position) {
        this.disk = disk;
        this.storeId = storeId;
        this.durability = options.durability();
        this.segmentBytes = options.segmentBytes();
        this.observer = options.observer();
        this.synced = commit;
        this.commit = commit;
        this.position = position;
    }

    /** Opens the last segment, to write on behind its end. */
    void open(long firstCommit, long size) throws IOException {
        segment = disk.openForWriting(SegmentName.path(firstCommit));
        name = SegmentName.of(firstCommit);
        end = size;
        room = size;
        writeHead(true);
    }

    /** The highest commit whose fsync has returned. */
    long synced() {
        return synced;
    }

    /** How many segments it has filled. */
    int sealed() {
        return sealed;
    }

    /** Writes a group, and returns when it is as durable as was asked for. */
    void write(Group group) throws IOException {
        Ongoing<FsyncEvent> writing = observer.begin(FsyncEvent::new);
        long bytes = group.bytes();
        boolean alone = group.chunks().size() == 1;
        for (Chunk chunk : group.chunks()) {
            SegmentHeader header = chunk.begins();
            if (header != null) {
                begin(header);
            }
            write(chunk, bytes, alone);
        }
        if (!alone) {
            sync();
        }
        commit = group.commit();
        position = group.position();
        if (durability == Durability.FSYNC) {
            synced = commit;
            writeHead(false);
        }
        observer.synced(writing, commit, bytes);
    }

    private void begin(SegmentHeader header) throws IOException {
        if (segment == null) {
            disk.createDirectory(SegmentName.DIRECTORY);
        } else {
            commit = header.commit() - 1;
            position = header.first() - 1;
            seal();
            sealed++;
        }
        name = SegmentName.of(header.commit());
        DiskFile file = disk.openForWriting(SegmentName.path(header.commit()));
        segment = file;
        byte[] line = header.line();
        file.write(0, line, 0, line.length);
        file.sync();
        disk.syncDirectory(SegmentName.DIRECTORY);
        end = line.length;
        room = end;
    }

    private void write(Chunk chunk, long ofGroup, boolean alone) throws IOException {
        DiskFile file = segment;
        int length = chunk.lines().length();
        if (file == null || length == 0) {
            return;
        }
        if (durability == Durability.FSYNC) {
            makeRoom(file, chunk.end(), ofGroup);
        }
        if (durability == Durability.FSYNC && alone) {
            file.writeThrough(chunk.from(), chunk.lines().array(), 0, length);
        } else {
            file.write(chunk.from(), chunk.lines().array(), 0, length);
        }
        end = chunk.end();
        room = Math.max(room, end);
    }

    /** Makes what several chunks wrote durable at once. */
    private void sync() throws IOException {
        DiskFile file = segment;
        if (file != null && durability == Durability.FSYNC) {
            file.sync();
        }
    }

    /**
     * Fills the segment with line breaks beyond what is to be written: a file that grows has its new size written with every fsync, which makes
     * each of a single caller's a third slower. An eighth more, so that small logs stay small; large groups pay once for much and need none.
     */
    private void makeRoom(DiskFile file, long needed, long ofGroup) throws IOException {
        long more = Math.min(Math.max(LEAST_ROOM, needed / 8), MOST_ROOM);
        int fill = (int) (Math.min(needed + more, segmentBytes) - room);
        if (needed <= room || ofGroup > more || fill <= needed - room) {
            return;
        }
        byte[] lineBreaks = new byte[fill];
        Arrays.fill(lineBreaks, (byte) '\n');
        file.write(room, lineBreaks, 0, fill);
        file.sync();
        room += fill;
    }

    /** Makes the last segment durable, and closes it. */
    private void seal() throws IOException {
        DiskFile file = segment;
        if (file != null) {
            if (room > end) {
                file.truncate(end);
            }
            if (synced < commit || room > end) {
                file.sync();
                synced = commit;
            }
            writeHead(true);
            file.close();
            segment = null;
        }
    }

    private void writeHead(boolean durably) throws IOException {
        DiskFile file = head;
        if (file == null) {
            file = disk.openForWriting(Head.NAME);
            head = file;
        }
        new Head(storeId, synced, position, name, end).write(file);
        if (durably) {
            file.sync();
            disk.syncDirectory("");
        }
    }

    /** Makes everything durable, and lets go of the files. */
    void close() throws IOException {
        try {
            seal();
        } finally {
            abandon();
        }
    }

    /** Lets go of the files, and writes nothing. */
    void abandon() throws IOException {
        Closing.all(segment, head);
        segment = null;
        head = null;
    }
}
