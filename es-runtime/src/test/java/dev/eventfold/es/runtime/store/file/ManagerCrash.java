package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One program, and what it leaves when it comes to an end at one operation of its disk.
 *
 * @param operations how many there are when nothing happens
 */
record ManagerCrash(long seed, Program program, int operations) {
    private static final int STEPS = Effort.rounds(18, 30);
    private static final int OTHERS = Effort.rounds(1, 2);

    /** Both programs that there are; in a long run of more and more seeds, for so long. */
    static Iterable<ManagerCrash> programs(Duration inLong) {
        Iterable<Long> seeds = Effort.seeds(1, inLong);
        return () -> StreamSupport.stream(seeds.spliterator(), false)
                .flatMap(seed -> Stream.of(of(seed), lasting(seed)))
                .iterator();
    }

    /** The one with four process managers. */
    static ManagerCrash of(long seed) {
        return of(seed, new ManagerWorkload(ManagerScript.random(seed, STEPS)));
    }

    /** The one in whose life everything happens. */
    static ManagerCrash lasting(long seed) {
        return of(seed, new LastingWorkload(new LastingScript(seed, OTHERS)));
    }

    private static ManagerCrash of(long seed, Program program) {
        Program undisturbed = program.again();
        SimulatedDisk disk = new SimulatedDisk();
        assertThat(undisturbed.run(disk)).isTrue();
        undisturbed.goOn(disk.afterKill());
        return new ManagerCrash(seed, program, disk.operations());
    }

    /** What is left at each operation of one and the same run. */
    List<Stopped> everywhere() {
        List<Stopped> stopped = new ArrayList<>();
        Program running = program.again();
        SimulatedDisk disk = new SimulatedDisk();
        disk.watch(() -> stopped.add(new Stopped(running.successor(), disk.fork())));
        assertThat(running.run(disk)).isTrue();
        return stopped;
    }

    /** A program as it was at one operation of its disk, and the disk. */
    record Stopped(Program program, SimulatedDisk disk) {
        int operation() {
            return disk.operations();
        }
    }

    /** How the disk is torn at an operation: in a normal run of the first program in two ways, of the second in one, which change from one operation to the next. */
    List<Tear.Pattern> patterns(int operation) {
        List<Tear.Pattern> all = List.of(Tear.Pattern.values());
        int some = program instanceof ManagerWorkload ? 2 : 1;
        return Stream.iterate(operation, next -> next + 2)
                .limit(Effort.rounds(some, all.size()))
                .map(next -> all.get(next % all.size()))
                .toList();
    }

    /** Runs until the disk fails. */
    Program run(Disk disk) {
        Program stopped = program.again();
        stopped.run(disk);
        return stopped;
    }

    /** What comes after a program, on what it has left. */
    void goOn(Program stopped, SimulatedDisk disk, SimulatedDisk left, String picture) {
        try {
            stopped.successor().goOn(left);
        } catch (AssertionError | RuntimeException e) {
            String last = disk.journal().get(disk.journal().size() - 1);
            throw new AssertionError(
                    "seed " + seed + ", after " + disk.operations() + " operations: " + last + ", " + picture, e);
        }
    }
}
