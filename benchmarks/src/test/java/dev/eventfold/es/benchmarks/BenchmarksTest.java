package dev.eventfold.es.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.JobResult;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Machine;
import dev.eventfold.es.benchmarks.harness.ReportFiles;
import dev.eventfold.es.benchmarks.harness.RunReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksTest {
    @TempDir
    private Path directory;

    @Test
    void a_job_runs_in_a_process_of_its_own_and_its_result_becomes_a_report() throws Exception {
        Job job = Catalogue.job("raw-limits");
        Path result = directory.resolve("result.json");

        int exit = JobProcess.of(job, Length.SMOKE, directory.resolve("work"), result, false)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start()
                .waitFor();
        JobResult read = ReportFiles.read(result);
        ReportFiles.write(
                new RunReport(Machine.here(directory), Length.SMOKE, Instant.EPOCH, "smoke", List.of(read)),
                directory.resolve("report"));

        assertThat(exit).isZero();
        assertThat(directory.resolve("output.txt")).content().contains("round 1");
        assertThat(read.figures()).hasSameSizeAs(job.figures()).allMatch(figure -> figure.median() > 0);
        assertThat(directory.resolve("report/results.md"))
                .content()
                .contains("## raw-limits", "group commit, 64 callers", "Probe");
        assertThat(directory.resolve("report/rates.svg"))
                .content()
                .startsWith("<svg")
                .endsWith("</svg>\n");
    }

    @Test
    void names_of_jobs_are_unique() {
        assertThat(Catalogue.jobs()).extracting(Job::name).doesNotHaveDuplicates();
    }

    @Test
    void a_job_that_is_not_there_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> Arguments.parse(List.of("short", "only=fast")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("raw-limits");
    }

    @Test
    void arguments_choose_length_and_jobs() {
        Arguments arguments = Arguments.parse(List.of("long", "only=raw-limits", "out=here"));

        assertThat(arguments.length()).isEqualTo(Length.LONG);
        assertThat(arguments.out()).isEqualTo(Path.of("here"));
        assertThat(Catalogue.jobs().stream().filter(arguments::wants))
                .extracting(Job::name)
                .containsExactly("raw-limits");
    }

    @Test
    void a_job_that_takes_too_long_is_run_when_it_is_asked_for() {
        Job compileCost = Catalogue.job("compile-cost");

        assertThat(Arguments.parse(List.of("short")).wants(compileCost)).isFalse();
        assertThat(Arguments.parse(List.of("short", "only=compile-cost")).wants(compileCost))
                .isTrue();
        assertThat(Arguments.parse(List.of("long")).wants(compileCost)).isTrue();
    }
}
