package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.runtime.ConsumerStatus;
import dev.eventfold.es.runtime.ConsumerStatus.State;
import dev.eventfold.es.runtime.RunningProcessManagers;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What everybody hears of a store whose disk has failed. */
@Timeout(60)
class FailedWriteTest {
    private final SimulatedDisk disk = new SimulatedDisk();

    private Scene open() {
        return Scene.on(() -> FileEventStore.open(disk, FileStoreOptions.standard()), Relay.class);
    }

    private static void begin(Scene scene, String key, String... tasks) {
        scene.execute(Commands.to("src", new SourceCommand.Begin(key, List.of(tasks))));
    }

    /** Of itself: nobody closes it. */
    private static void awaitEnd(RunningProcessManagers running) {
        while (!running.toString().equals("process managers that were run: [relay]")) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("R9 after a failed write the loops stop with nothing moved, and execute, status and close say why")
    void after_a_failed_write_everybody_says_why() {
        Scene scene = open();
        RunningProcessManagers running = ProcessManagerRunner.start(scene.store());
        begin(scene, "k", "a");
        scene.run();
        long position = scene.store().status().get(0).position();

        disk.failAt(disk.operations() + 1, "No space left on device");
        assertThatThrownBy(() -> begin(scene, "k", "b")).isInstanceOf(StoreFailed.class);
        awaitEnd(running);

        ConsumerStatus status = scene.store().status().get(0);
        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(status.error().orElseThrow()).contains("takes no more commits", "No space left on device");
        assertThat(status.position()).isEqualTo(position);
        assertThat(status.lag()).isZero();
        assertThatThrownBy(() -> scene.execute(Commands.to("m", new Work("c"))))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContainingAll("takes no more commits", "No space left on device", "open it again");
        assertThatThrownBy(scene::run).hasMessageContaining("No space left on device");
        running.close();
        assertThatThrownBy(scene::close)
                .isInstanceOf(StoreFailed.class)
                .hasMessageContainingAll("takes no more commits", "No space left on device");
        scene.close();
    }

    @Test
    void opened_again_it_goes_on_where_it_was() {
        Scene failed = open();
        begin(failed, "k", "a");
        disk.failAt(disk.operations() + 1, "No space left on device");
        assertThatThrownBy(() -> begin(failed, "k", "b")).isInstanceOf(StoreFailed.class);
        assertThatThrownBy(failed::close).isInstanceOf(StoreFailed.class);

        try (Scene again = open()) {
            again.run();

            assertThat(again.done("k")).startsWith("a");
            assertThat(again.store().status().get(0).state()).isEqualTo(State.NOT_RUNNING);
        }
    }
}
