package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Effort;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What proves that the crash test of process managers meets everything that can happen to one, and each thing once. */
class LastingWorkloadTest {
    private final long seed = Effort.seed();
    private final Map<String, List<String>> written =
            new LastingWorkload(new LastingScript(seed, 3)).end().written();

    @Test
    void each_task_of_an_instance_is_done_once_and_in_its_order() {
        List<String> bugs = written.get("machine/life by lasting/life").stream()
                .filter(task -> task.contains("broken"))
                .toList();

        assertThat(bugs).hasSize(1);
        assertThat(tasks("machine/life by lasting/life"))
                .as("seed " + seed)
                .containsExactly(
                        "a",
                        "answer",
                        "b",
                        "delayed",
                        "fired",
                        "answer to fired",
                        "await ready",
                        "c",
                        "fired behind",
                        "d",
                        "e",
                        "g",
                        "fired parked",
                        "h",
                        "i",
                        "fired late",
                        "answer to i",
                        "end",
                        "again",
                        "last");
    }

    @Test
    void each_task_of_a_source_is_done_once_and_in_its_order() {
        assertThat(tasks("machine/src-life by metronome/"))
                .as("seed " + seed)
                .containsExactly("a", "delayed", "await ready", "c", "d", "e", "g", "i");
        assertThat(tasks("machine/tick by metronome/")).containsExactly("ticked");
    }

    /** Without the name of the bug that stood in it. */
    private List<String> tasks(String stream) {
        return written.get(stream).stream()
                .map(event -> event.replaceAll(".*\"task\":\"(?:broken \\S+ )?([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void what_fails_waits_or_is_refused_is_retried_given_up_released_and_answered() {
        assertThat(names("$dead-letters.lasting/life by itself"))
                .contains("CommandFailed", "EventFailed", "CommandParked", "EventParked")
                .contains("Retried", "Released", "FailedAgain", "Evicted");
        assertThat(names("$dead-letters.metronome/source/src-life by itself"))
                .contains("CommandFailed", "EventFailed", "CommandParked", "EventParked")
                .contains("Retried", "Released", "FailedAgain", "Evicted");
        assertThat(names("$rejections.lasting/life by itself")).hasSize(3);
        assertThat(names("$timeouts.lasting/life by itself")).hasSize(4);
        assertThat(names("$timeouts.metronome/ by itself")).hasSize(1);
    }

    private List<String> names(String stream) {
        return Stream.ofNullable(written.get(stream))
                .flatMap(List::stream)
                .map(event -> event.split(" ")[0])
                .toList();
    }
}
