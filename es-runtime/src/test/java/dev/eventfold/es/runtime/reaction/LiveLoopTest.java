package dev.eventfold.es.runtime.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.RunningProcessManagers;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is left of a live loop, and what it says of itself. */
@Timeout(60)
class LiveLoopTest {
    @Test
    void one_that_was_closed_is_forgotten_while_its_store_lives() {
        try (Scene scene = Scene.on(MemoryEventStore::new, Relay.class)) {
            WeakReference<LiveLoop> closed = startAndClose(scene);

            while (closed.get() != null) {
                System.gc();
            }

            assertThat(scene.run().dispatched()).isZero();
        }
    }

    private static WeakReference<LiveLoop> startAndClose(Scene scene) {
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            return new WeakReference<>(((Alongside.Running) running).loop());
        }
    }

    @Test
    void it_says_which_it_moves_and_whether_it_does() {
        try (Scene scene = Scene.on(MemoryEventStore::new, Relay.class, Single.class)) {
            RunningProcessManagers running = ProcessManagerRunner.start(scene.store());
            assertThat(running).hasToString("process managers that run: [relay, single]");

            running.close();

            assertThat(running).hasToString("process managers that were run: [relay, single]");
        }
    }
}
