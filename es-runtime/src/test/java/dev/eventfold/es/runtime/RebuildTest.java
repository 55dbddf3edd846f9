package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.domain.Folding;
import dev.eventfold.es.runtime.domain.Hearing;
import dev.eventfold.es.runtime.domain.Latecomer;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.SourceEvent;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** State that is derived again from what instances were given. */
@OnEachStorage
class RebuildTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    @Test
    @DisplayName("S-08 a rebuild derives the same state again, and sends nothing")
    void a_rebuild_sends_nothing() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a", "one")
                    .begin("b")
                    .go("a", "two", "three")
                    .go("b", "reject")
                    .go("b", "four");
            scene.begin("over").finish("over", "five");
            scene.run();
            List<Row> before = scene.rows("relay");
            List<String> done = scene.done("a");
            long head = scene.log().head(0, View.DECIDED);

            RebuildReport report = scene.store().rebuild("relay");

            assertThat(report.processManager()).isEqualTo("relay");
            assertThat(report.generation()).isEqualTo(2);
            assertThat(report.events()).isEqualTo(7);
            assertThat(report.rows()).isEqualTo(2);
            assertThat(scene.rows("relay")).isEqualTo(before);
            assertThat(scene.done("a")).isEqualTo(done);
            assertThat(scene.everything().subList((int) head, scene.everything().size()))
                    .containsOnly(
                            "RebuildBegun $process-managers/relay",
                            "Rebuilt $process-managers/relay",
                            "RowsRemoved $process-managers/relay");
        }
    }

    @Test
    @DisplayName("W-15 state that other code has left is derived by the code of today")
    void changed_code_gets_its_own_state() {
        try (Scene scene = Scene.open(storage, directory, Folding.class)) {
            scene.begin("a", "one").go("a", "two", "three").begin("b");
            scene.run();
            scene.reopenChanged(Changed.applying(Folding.class, RebuildTest::tenfold), Folding.class);
            assertThat(scene.state("folding", "a")).isEqualTo("{\"sum\":3}");

            scene.store().rebuild("folding");

            assertThat(scene.state("folding", "a")).isEqualTo("{\"sum\":30}");
            scene.go("a", "four").finish("a");
            scene.run();
            assertThat(scene.done("a")).containsExactly("sum 40");
        }
    }

    private static Folding tenfold(Folding state, RecordedEvent event) {
        return switch (event.event()) {
            case "Began" ->
                new Folding(10 * event.as(SourceEvent.Began.class).tasks().size());
            case "Went" ->
                new Folding(state.sum()
                        + 10 * event.as(SourceEvent.Went.class).tasks().size());
            default -> state;
        };
    }

    @Test
    @DisplayName("W-15 R3 state that cannot be read names rebuild and @Upcasts, and is readable after a rebuild")
    void unreadable_state_is_rebuilt() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a", "one");
            scene.run();
            spoil(scene, new RowKey("relay", 1, "a"));
            scene.go("a", "two");
            assertThatThrownBy(scene::run)
                    .isInstanceOf(UnreadablePayload.class)
                    .hasMessageContainingAll("processManager=relay", "key=a", "@Upcasts", "rebuild");

            scene.store().rebuild("relay");

            assertThat(scene.run().dispatched()).isEqualTo(1);
            assertThat(scene.done("a")).containsExactly("one", "two");
            assertThat(scene.state("relay", "a")).contains("one", "two");
        }
    }

    private static void spoil(Scene scene, RowKey key) {
        VersionedRow row = scene.log().row(key).orElseThrow();
        Row spoiled = new Row(key, 1, Blocked.NO, Json.of("{\"seen\":7}"));
        scene.log().commit(new Commit(List.of(), List.of(new RowChange.Put(spoiled, row.version())), null));
        scene.log().awaitDurable(scene.log().lastCommit());
    }

    @Test
    void what_failed_and_what_waits_behind_it_stays_where_it_is() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a", "reject")
                    .go("a", "parked")
                    .begin("b")
                    .go("b", "!throw")
                    .go("b", "later");
            scene.run();
            List<DeadLetter> letters = scene.letters("relay");

            scene.store().rebuild("relay");

            assertThat(scene.letters("relay"))
                    .extracting(DeadLetter::id)
                    .isEqualTo(letters.stream().map(DeadLetter::id).toList());
            assertThat(scene.row("relay", "a").orElseThrow().blocked()).isEqualTo(Blocked.COMMANDS);
            assertThat(scene.row("relay", "b").orElseThrow().blocked()).isEqualTo(Blocked.EVENTS);
            assertThat(scene.state("relay", "b")).isEqualTo("{\"seen\":[\"3:[]\"]}");
            scene.go("b", "later still");
            assertThat(scene.run().parked()).isEqualTo(1);
            assertThat(scene.done("b")).isEmpty();
        }
    }

    @Test
    void sequences_of_a_process_manager_without_key_stay_blocked() {
        try (Scene scene = Scene.open(storage, directory, Single.class)) {
            scene.go("a", "one").go("a", "!throw").go("a", "two");
            scene.run();
            Row blocked = scene.row("single", "source/src").orElseThrow();

            scene.store().rebuild("single");

            assertThat(scene.row("single", "source/src").orElseThrow().blocked())
                    .isEqualTo(blocked.blocked());
            assertThat(scene.state("single", "")).isEqualTo("{\"seen\":1}");
        }
    }

    @Test
    void rejections_are_given_again() {
        try (Scene scene = Scene.open(storage, directory, Hearing.class)) {
            scene.begin("a", "reject |instead").go("a", "one");
            scene.run();
            String state = scene.state("hearing", "a");
            assertThat(state).contains("Broken");

            RebuildReport report = scene.store().rebuild("hearing");

            assertThat(report.events()).isEqualTo(3);
            assertThat(scene.state("hearing", "a")).isEqualTo(state);
            assertThat(scene.done("a")).containsExactly("one", "instead");
        }
    }

    @Test
    void a_reaction_that_fails_ends_the_rebuild_and_the_old_state_stays() {
        try (Scene scene = Scene.open(storage, directory, Folding.class)) {
            scene.begin("a", "one").begin("b").go("a", "two");
            scene.run();
            scene.reopenChanged(
                    Changed.applying(Folding.class, (state, event) -> {
                        throw new IllegalStateException("no more");
                    }),
                    Folding.class);
            List<Row> before = scene.rows("folding");

            assertThatThrownBy(() -> scene.store().rebuild("folding"))
                    .isInstanceOf(EsException.class)
                    .hasMessageContainingAll("processManager=folding", "key=a", "position=2", "event=Began", "no more");

            assertThat(scene.generation("folding")).isEqualTo(1);
            assertThat(scene.rows("folding")).isEqualTo(before);
            assertThat(scene.log().rows("folding", 2)).isEmpty();
        }
    }

    @Test
    void the_next_rebuild_makes_the_next_generation_and_leaves_no_rows_of_earlier_ones() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a", "one").begin("b", "!throw");
            scene.run();
            scene.store().rebuild("relay");
            scene.go("a", "two");
            scene.run();
            scene.reopen(Relay.class);
            scene.go("a", "three");
            scene.run();

            assertThat(scene.store().rebuild("relay").generation()).isEqualTo(3);

            assertThat(scene.done("a")).containsExactly("one", "two", "three");
            assertThat(scene.log().rows("relay", 1)).isEmpty();
            assertThat(scene.log().rows("relay", 2)).isEmpty();
            assertThat(scene.log().rows("relay", 3)).hasSize(2);
            assertThat(scene.store().processes("relay").keys()).containsExactly("a");
        }
    }

    @Test
    void an_unknown_process_manager_is_an_error() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            assertThatThrownBy(() -> scene.store().rebuild("rely"))
                    .isInstanceOf(EsException.class)
                    .hasMessageContainingAll("consumer=rely", "relay");
        }
    }

    @Test
    void a_process_manager_that_began_later_is_given_what_came_since() {
        try (Scene scene = Scene.open(storage, directory)) {
            scene.go("a", "before");
            scene.reopen(Latecomer.class);
            scene.go("a", "after");
            scene.run();

            assertThat(scene.store().rebuild("latecomer").events()).isEqualTo(1);
        }
    }
}
