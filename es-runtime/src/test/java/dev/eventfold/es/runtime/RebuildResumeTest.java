package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.domain.Everything;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rebuilds that are interrupted, and gone on with when the store is opened again. */
class RebuildResumeTest {
    private static final int INSTANCES = 3_500;
    private static final String BUG = "resume";

    private final AtomicInteger commits = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger reactions = new AtomicInteger();

    /** A log that fails when so many more commits were made. */
    private EventStore failing(EventStore log) {
        return new PassingLog(log) {
            @Override
            public CommitOutcome commit(Commit commit) {
                if (commits.getAndDecrement() == 0) {
                    throw new StoreFailed("the disk is gone", null);
                }
                return super.commit(commit);
            }
        };
    }

    private Scene instances() {
        Scene scene = Scene.around(this::failing, Relay.class);
        for (int i = 0; i < INSTANCES; i++) {
            scene.begin("k" + i);
        }
        scene.run();
        return counting(scene);
    }

    private Scene counting(Scene scene) {
        return scene.reopenChanged(
                Changed.sending((event, effects) -> {
                    reactions.incrementAndGet();
                    return effects;
                }),
                Relay.class);
    }

    private void interrupt(Scene scene, String manager, int after) {
        commits.set(after);
        assertThatThrownBy(() -> scene.store().rebuild(manager))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("the disk is gone");
        commits.set(Integer.MAX_VALUE);
    }

    @Test
    void a_rebuild_that_is_interrupted_goes_on_where_it_was() {
        try (Scene scene = instances()) {
            List<Row> before = scene.rows("relay");
            interrupt(scene, "relay", 3);
            counting(scene);
            reactions.set(0);

            RebuildReport report = scene.store().rebuild("relay");

            assertThat(report.generation()).isEqualTo(2);
            assertThat(report.events()).isEqualTo(INSTANCES);
            assertThat(report.rows()).isEqualTo(INSTANCES);
            assertThat(reactions).hasValueLessThan(INSTANCES - 1_500);
            assertThat(scene.rows("relay")).isEqualTo(before);
            assertThat(scene.log().rows("relay", 1)).isEmpty();
            assertThat(scene.log().rows("$rebuilds", 1)).isEmpty();
        }
    }

    @Test
    void what_happened_meanwhile_is_in_the_state_too() {
        try (Scene scene = instances()) {
            interrupt(scene, "relay", 3);
            counting(scene);
            scene.go("k1", "one").finish("k2").go("k3000", "reject");
            scene.run();
            List<Row> before = scene.rows("relay");

            scene.store().rebuild("relay");

            assertThat(scene.rows("relay")).isEqualTo(before);
            assertThat(scene.done("k1")).containsExactly("one");
        }
    }

    @Test
    void one_that_failed_is_not_gone_on_with() {
        try (Scene scene = instances()) {
            scene.reopenChanged(
                    Changed.sending((event, effects) -> {
                        if (event.version() == INSTANCES) {
                            throw new IllegalStateException("no more");
                        }
                        return effects;
                    }),
                    Relay.class);
            assertThatThrownBy(() -> scene.store().rebuild("relay"))
                    .isInstanceOf(EsException.class)
                    .hasMessageContaining("no more");

            assertThat(scene.log().rows("relay", 2)).isEmpty();
            assertThat(scene.log().rows("$rebuilds", 1)).isEmpty();
            assertThat(counting(scene).store().rebuild("relay").generation()).isEqualTo(3);
        }
    }

    @Test
    void a_program_of_other_files_begins_again_and_leaves_nothing_of_the_one_before() {
        try (Scene scene = instances()) {
            interrupt(scene, "relay", 3);
            forgetProgram(scene);

            counting(scene);

            assertThat(scene.log().rows("relay", 2)).isEmpty();
            assertThat(scene.log().rows("$rebuilds", 1)).isEmpty();
            assertThat(scene.store().rebuild("relay").generation()).isEqualTo(3);
        }
    }

    /** As if other files had written how far it has come. */
    private static void forgetProgram(Scene scene) {
        RowKey key = new RowKey("$rebuilds", 1, "relay");
        VersionedRow found = scene.log().row(key).orElseThrow();
        String state = found.row().state().text().replace("\"program\":\"", "\"program\":\"other");
        Row changed = new Row(key, found.row().schema(), Blocked.NO, Json.of(state));
        scene.log().commit(new Commit(List.of(), List.of(new RowChange.Put(changed, found.version())), null));
    }

    @Test
    void random_histories_are_rebuilt_across_interruptions() {
        long seed = Effort.seed();
        Random random = new Random(seed);
        for (long ignored : Effort.steps(3, Duration.ofSeconds(20))) {
            Mending.undo(BUG);
            try (Scene scene = Scene.around(this::failing, Everything.class)) {
                for (int i = 0; i < 1_200; i++) {
                    scene.begin("k" + i, i % 7 == 0 ? "!broken " + BUG : "do " + i);
                }
                scene.run();
                for (int i = 0; i < 600; i++) {
                    String key = "k" + random.nextInt(1_200);
                    switch (random.nextInt(4)) {
                        case 0 -> scene.finish(key);
                        case 1 -> scene.go(key, "!after first PT1H|do it", "reject it|!after last PT1H");
                        default -> scene.go(key, "!cancel first", "do " + i);
                    }
                }
                Mending.mend(BUG);
                scene.run();
                scene.store().deadLetters("everything").retryAll();
                List<Row> before = scene.rows("everything");
                interrupt(scene, "everything", 1 + random.nextInt(3));
                scene.reopen(Everything.class);

                scene.store().rebuild("everything");

                assertThat(scene.rows("everything")).as("seed " + seed).isEqualTo(before);
            }
        }
    }
}
