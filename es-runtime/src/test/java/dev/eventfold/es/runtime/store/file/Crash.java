package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.StoreFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a workload did, and what is left, when it came to an end at one operation of its disk. */
record Crash(long seed, int operation, Workload workload, SimulatedDisk disk) {
    static final FileStoreOptions OPTIONS = FileStoreOptions.standard().withSegmentBytes(3000);

    private static final int STEPS = 70;

    /** How many operations the workload makes when nothing happens. */
    static int operations(long seed) {
        SimulatedDisk disk = new SimulatedDisk();
        run(disk, new Workload(seed));
        return disk.operations();
    }

    /** What is left at each operation of one and the same run. */
    static List<Crash> everywhere(long seed) {
        List<Crash> crashes = new ArrayList<>();
        Workload workload = new Workload(seed);
        SimulatedDisk disk = new SimulatedDisk();
        disk.watch(() -> crashes.add(new Crash(seed, disk.operations(), workload.now(), disk.fork())));
        run(disk, workload);
        return crashes;
    }

    static Crash at(long seed, int operation) {
        return at(seed, operation, disk -> disk);
    }

    /** With something between the store and its disk. */
    static Crash at(long seed, int operation, UnaryOperator<Disk> between) {
        Workload workload = new Workload(seed);
        SimulatedDisk disk = new SimulatedDisk().crashAt(operation);
        run(between.apply(disk), workload);
        return new Crash(seed, operation, workload, disk);
    }

    static Crash failing(long seed, int operation, String reason) {
        Workload workload = new Workload(seed);
        SimulatedDisk disk = new SimulatedDisk().failAt(operation, reason);
        run(disk, workload);
        return new Crash(seed, operation, workload, disk);
    }

    /** Runs until something fails. */
    private static void run(Disk disk, Workload workload) {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            workload.run(store, STEPS);
        } catch (SimulatedDisk.PowerLost | StoreFailed e) {
            // As was to be expected; what counts is what is left.
        }
    }

    /** Opens the disk, compares, goes on, and opens it again. */
    Workload goOn(SimulatedDisk left, String picture) {
        try {
            return goOn(left);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + ", operation " + operation + ": "
                            + disk.journal().get(operation - 1) + ", " + picture,
                    e);
        }
    }

    private Workload goOn(SimulatedDisk left) {
        Workload next;
        try (FileEventStore store = FileEventStore.open(left, OPTIONS)) {
            assertThat(store.lastCommit())
                    .isBetween(workload.model().acknowledged(), workload.model().decided());
            next = workload.fork(seed + operation, store.lastCommit());
            next.assertSame(store);
            next.run(store, 8);
        }
        try (FileEventStore store = FileEventStore.open(left, OPTIONS)) {
            assertThat(store.report().cuts()).isEmpty();
            next.assertSame(store);
        }
        return next;
    }
}
