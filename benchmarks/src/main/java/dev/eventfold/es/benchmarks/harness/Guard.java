package dev.eventfold.es.benchmarks.harness;

import dev.eventfold.es.benchmarks.raw.AppendProbe;
import dev.eventfold.es.benchmarks.raw.CpuProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What disk and cores gave at one moment. Two of them around a round tell whether the machine was ours in between.
 *
 * @param appends synced appends in a second, by one caller
 * @param cpu work done in a second, by all cores
 */
record Guard(double appends, double cpu) {
    /** How far two guards may lie apart before the round between them is thrown away. */
    static final double MOST_APART = 1.5;

    /** The size of a record of the probe: that of a small event with its envelope. */
    static final int RECORD_BYTES = 256;

    static Guard take(Path directory, Duration slice) throws IOException, InterruptedException {
        double appends = new AppendProbe(directory, RECORD_BYTES).run(1, slice).perSecond();
        return new Guard(appends, CpuProbe.run(slice.dividedBy(2)));
    }

    boolean disturbed(Guard other) {
        return apart(appends, other.appends) > MOST_APART || apart(cpu, other.cpu) > MOST_APART;
    }

    private static double apart(double one, double other) {
        return Math.max(one, other) / Math.min(one, other);
    }
}
