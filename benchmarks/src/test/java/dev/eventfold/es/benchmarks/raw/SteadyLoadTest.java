package dev.eventfold.es.benchmarks.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.benchmarks.jobs.Callers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads may begin when the time of a load is over: on a busy machine a short load once ended with no call, and a rate of zero. */
class SteadyLoadTest {
    private static final int CALLERS = 8;

    @TempDir
    private Path directory;

    @Test
    void the_probe_appends_once_when_its_time_is_over() throws Exception {
        Steady steady = new AppendProbe(directory, 16).run(4, Duration.ZERO);

        assertThat(steady.latencies().count()).isOne();
        assertThat(steady.perSecond()).isPositive();
    }

    @Test
    void each_caller_of_the_group_commit_appends_once_when_its_time_is_over() throws Exception {
        Steady steady = new RawGroupCommit(directory, 16, CALLERS).run(Duration.ZERO);

        assertThat(steady.latencies().count()).isEqualTo(CALLERS);
        assertThat(steady.perSecond()).isPositive();
    }

    @Test
    void each_caller_calls_once_when_its_time_is_over() throws Exception {
        Steady steady = Callers.during(Duration.ZERO, CALLERS, (caller, number) -> 1);

        assertThat(steady.latencies().count()).isEqualTo(CALLERS);
        assertThat(steady.perSecond()).isPositive();
    }
}
