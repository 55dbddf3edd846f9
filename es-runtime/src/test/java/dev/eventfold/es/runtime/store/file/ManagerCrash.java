package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One script, and what its program leaves when it comes to an end at one operation of its disk.
 *
 * @param operations how many there are when nothing happens
 */
record ManagerCrash(long seed, ManagerWorkload workload, int operations) {
    private static final int STEPS = 40;

    static ManagerCrash of(long seed) {
        ManagerWorkload workload = new ManagerWorkload(ManagerScript.random(seed, STEPS));
        ManagerWorkload undisturbed = workload.again();
        SimulatedDisk disk = new SimulatedDisk();
        assertThat(undisturbed.run(disk)).isTrue();
        undisturbed.goOn(disk.afterKill());
        return new ManagerCrash(seed, workload, disk.operations());
    }

    /** Runs until the disk fails. */
    ManagerWorkload run(Disk disk) {
        ManagerWorkload stopped = workload.again();
        stopped.run(disk);
        return stopped;
    }

    /** What comes after a program, on what it has left. */
    void goOn(ManagerWorkload stopped, SimulatedDisk disk, SimulatedDisk left, String picture) {
        try {
            stopped.successor().goOn(left);
        } catch (AssertionError | RuntimeException e) {
            String last = disk.journal().get(disk.journal().size() - 1);
            throw new AssertionError(
                    "seed " + seed + ", after " + disk.operations() + " operations: " + last + ", " + picture, e);
        }
    }
}
