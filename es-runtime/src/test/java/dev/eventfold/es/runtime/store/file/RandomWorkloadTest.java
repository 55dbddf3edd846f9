package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The file store against the memory store, on random workloads, opened again and again. */
@Execution(ExecutionMode.CONCURRENT)
class RandomWorkloadTest {
    @Test
    void a_file_store_answers_as_the_memory_store_does() {
        long first = new Random().nextLong();
        for (long seed = first; seed < first + 40; seed++) {
            Workload workload = new Workload(seed);
            SimulatedDisk disk = new SimulatedDisk();
            FileStoreOptions options = FileStoreOptions.standard().withSegmentBytes(256L << Math.floorMod(seed, 9));
            for (int opening = 0; opening < 5; opening++) {
                try (FileEventStore store = FileEventStore.open(disk, options)) {
                    assertThat(store.report().cuts()).isEmpty();
                    workload = workload.fork(seed + opening, store.lastCommit());
                    workload.assertSame(store);
                    workload.run(store, 60);
                    workload.assertSame(store);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed, e);
                }
            }
        }
    }
}
