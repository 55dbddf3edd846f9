package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Waiting;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Timeouts of process managers that run by themselves. */
@OnEachStorage
@Timeout(120)
class LiveTimeTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    @Test
    void one_fires_by_itself_when_it_is_due() throws InterruptedException {
        try (Scene scene = Scene.ticking(storage, directory, InstantSource.system(), Waiting.class);
                RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.begin("k", "!after first PT0.2S|a", "!later PT0.1S b");

            awaitEvent(scene, "Worked machine/k", 2);

            assertThat(running).isNotNull();
            assertThat(scene.done("k")).containsExactly("b", "a");
        }
    }

    @Test
    void what_was_due_before_it_was_started_fires_at_once() throws InterruptedException {
        SetClock clock = new SetClock();
        try (Scene scene = Scene.ticking(storage, directory, clock, Waiting.class)) {
            scene.begin("k", "!after first PT1H|a");
            scene.run();
            clock.advance("PT2H");
            try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
                awaitEvent(scene, "Worked machine/k", 1);
                assertThat(running).isNotNull();
            }
        }
    }

    @Test
    void a_commit_makes_it_look_at_a_clock_that_was_set() throws InterruptedException {
        SetClock clock = new SetClock();
        try (Scene scene = Scene.ticking(storage, directory, clock, Waiting.class);
                RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.begin("k", "!after first PT1H|a", "now");
            awaitEvent(scene, "Worked machine/k", 1);
            clock.set(Instant.parse("2030-01-01T00:00:00Z"));

            scene.go("k", "then");

            awaitEvent(scene, "Worked machine/k", 3);
            assertThat(running).isNotNull();
            // Which of the two comes first is between the commit and a loop that was not asleep yet.
            assertThat(scene.done("k")).startsWith("now").containsExactlyInAnyOrder("now", "then", "a");
        }
    }

    private static void awaitEvent(Scene scene, String event, int times) throws InterruptedException {
        while (true) {
            long head = scene.log().head(0, View.DECIDED);
            if (scene.everything().stream().filter(event::equals).count() >= times) {
                scene.log().awaitDurable(scene.log().lastCommit());
                return;
            }
            scene.log().await(0, head, Duration.ofSeconds(30));
        }
    }
}
