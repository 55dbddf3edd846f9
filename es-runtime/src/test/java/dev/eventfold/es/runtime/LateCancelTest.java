package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Waiting;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.conformance.Threads;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A timeout that is due when an event comes that cancels it: a live loop meets the event only when it is about to fire. */
@Timeout(60)
class LateCancelTest {
    private static final String LOOP = "eventfold-process-managers";

    private final ClockOfALoop clock = new ClockOfALoop();

    @Test
    void whoever_waits_for_the_event_hears_of_it_though_nothing_fires() throws Exception {
        try (Scene scene = Scene.on(MemoryEventStore::new, clock, Waiting.class)) {
            scene.begin("k", "!after first PT1H|late");
            scene.run();
            CompletableFuture<Threads.Running<ProcessManagerReport>> pass = new CompletableFuture<>();
            clock.whenALoopAsks(Scene.NOW.plusSeconds(3600), () -> {
                Threads.start(() -> scene.go("k", "!cancel first")).get();
                pass.complete(Threads.start(scene::run));
                awaitWaiting(pass.get().thread());
            });

            try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
                assertThat(pass.get().get().timedOut()).isZero();
                assertThat(running).asString().contains("that run");
            }

            assertThat(scene.done("k")).isEmpty();
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /** What happens meanwhile. */
    private interface Action {
        void run() throws Exception;
    }

    /** Stands still until a live loop asks, once, whether something is due. */
    private static final class ClockOfALoop implements InstantSource {
        private volatile Instant now = Scene.NOW;
        private volatile Action action = () -> {};

        void whenALoopAsks(Instant itIs, Action happens) {
            now = itIs;
            action = happens;
        }

        @Override
        public Instant instant() {
            if (Thread.currentThread().getName().equals(LOOP)) {
                Action once = action;
                action = () -> {};
                try {
                    once.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return now;
        }
    }
}
