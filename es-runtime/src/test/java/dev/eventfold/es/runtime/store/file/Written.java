package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * A small store of a few segments, as it is found after a clean close and after a kill, and what must be in it. Without the room that was
 * made for more lines: it is no part of what was written.
 */
record Written(Workload workload, SimulatedDisk closed, SimulatedDisk killed) {
    static final FileStoreOptions OPTIONS = FileStoreOptions.standard().withSegmentBytes(1200);

    static Written of(long seed, int steps) {
        return of(seed, steps, OPTIONS);
    }

    static Written of(long seed, int steps, FileStoreOptions options) {
        Workload workload = new Workload(seed);
        SimulatedDisk disk = new SimulatedDisk();
        FileEventStore store = FileEventStore.open(disk, options);
        workload.run(store, steps);
        store.awaitDurable(store.lastCommit());
        SimulatedDisk killed = disk.afterKill();
        store.close();
        killed.paths("events/").forEach(path -> killed.put(path, withoutRoom(killed.content(path))));
        return new Written(workload, disk.afterKill(), killed);
    }

    private static byte[] withoutRoom(byte[] content) {
        int length = content.length;
        while (length > 1 && content[length - 2] == '\n') {
            length--;
        }
        return Arrays.copyOf(content, length);
    }

    String storeId() {
        try {
            return Head.read(closed).orElseThrow().store();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> segments() {
        return closed.paths("events/");
    }

    String lastSegment() {
        return segments().get(segments().size() - 1);
    }
}
