package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How little memory open process instances need: a million in 128 MiB in a long run, fewer in less in every build. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class OpenInstancesTest {
    private static final int INSTANCES = Effort.rounds(20_000, 1_000_000);

    /** A short run needs 17 for the program itself, its code and its batches, and a shadow replay up to 16 for states. */
    private static final int MEBIBYTES = Effort.rounds(36, 128);

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void many_open_instances_fit_into_little_memory() throws Exception {
        List<String> said = SmallHeap.run(MEBIBYTES, OpenInstances.class, directory, INSTANCES);

        System.out.println("open instances: " + INSTANCES + " in " + MEBIBYTES + " MiB: " + said);
        assertThat(said).last().asString().startsWith("done");
    }
}
