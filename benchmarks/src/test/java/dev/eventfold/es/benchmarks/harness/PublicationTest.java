package dev.eventfold.es.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.benchmarks.harness.Goal.Bound;
import dev.eventfold.es.benchmarks.harness.Goal.Of;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    @TempDir
    private Path results;

    @TempDir
    private Path docs;

    @Test
    void the_page_shows_every_goal_with_what_each_jdk_reached() throws IOException {
        write("jdk17-short", 17, 1);
        write("jdk17-long", 17, 2_000);
        write("jdk25-short", 25, 3_000);
        Files.writeString(
                docs.resolve("performance.md"),
                "before\n" + Publication.BEGIN + "what was there\n" + Publication.END + "after\n");

        new Publication(results, docs).publish();

        assertThat(docs.resolve("performance.md"))
                .content()
                .startsWith("before\n")
                .endsWith("after\n")
                .contains("| append | commands |", "2,000 1/s", "3,000 1/s", "≥ 2,500 1/s ✗", "≥ 2,500 1/s ✓")
                .doesNotContain("what was there");
        assertThat(docs.resolve("performance"))
                .isDirectoryContaining("glob:**/goals-jdk17.svg")
                .isDirectoryContaining("glob:**/rates-jdk25.svg")
                .isDirectoryContaining("glob:**/jdk25.md");
    }

    @Test
    void a_page_without_a_place_for_it_is_left_alone() throws IOException {
        write("jdk17-short", 17, 1);
        Files.writeString(docs.resolve("performance.md"), "nothing\n");

        assertThatThrownBy(() -> new Publication(results, docs).publish())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no place");
        assertThat(docs.resolve("performance.md")).hasContent("nothing\n");
    }

    @Test
    void a_run_in_pieces_keeps_what_an_earlier_piece_measured() {
        RunReport first = run(17, List.of(job("append", 1), job("load", 2)));
        RunReport second = run(17, List.of(job("load", 3)));

        RunReport both = second.with(first, List.of("load", "append"));

        assertThat(both.jobs()).extracting(JobResult::name).containsExactly("load", "append");
        assertThat(both.jobs().get(0).figures().get(0).median()).isEqualTo(3);
    }

    @Test
    void a_run_of_another_jdk_is_not_mixed_in() {
        RunReport first = run(17, List.of(job("append", 1)));
        RunReport second = run(25, List.of(job("load", 3)));

        assertThat(second.with(first, List.of("load", "append"))).isEqualTo(second);
    }

    private void write(String name, int jdk, double measured) throws IOException {
        ReportFiles.write(run(jdk, List.of(job("append", measured))), results.resolve(name));
    }

    private static RunReport run(int jdk, List<JobResult> jobs) {
        Machine machine = new Machine("Linux", "a processor", 2, 1L << 34, "ext4", "JDK " + jdk);
        return new RunReport(machine, Length.SHORT, Instant.EPOCH, "short", jobs);
    }

    private static JobResult job(String name, double measured) {
        GoalResult goal = new GoalResult(new Goal(Of.VALUE, Bound.AT_LEAST, 2_500), measured);
        FigureResult figure =
                new FigureResult("commands", "1/s", measured, measured, measured, null, null, null, List.of(goal));
        return new JobResult(name, name, Map.of(), List.of(figure), 1, 0, false, 1, 1, 1, null);
    }
}
