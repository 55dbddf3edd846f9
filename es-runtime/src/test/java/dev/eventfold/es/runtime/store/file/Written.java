package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A small store of a few segments, as it is found after a clean close and after a kill, and what must be in it. */
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
        return new Written(workload, disk.afterKill(), killed);
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
