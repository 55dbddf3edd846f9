package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.domain.Auditor;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Latecomer;
import dev.eventfold.es.runtime.domain.Machine;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.program.GeneratedModules;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** How modules are found, and how process managers come to a store. */
@OnEachStorage
class OpeningTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    @Test
    void modules_are_found_through_the_service_loader() {
        try (AggregateStore store = AggregateStore.inMemory()) {
            store.execute(Commands.to("m", new Work("a")));

            assertThat(store.state(Machine.class, "m").done()).containsExactly("a");
            assertThat(store.deadLetters("relay").list()).isEmpty();
        }
    }

    @Test
    @DisplayName("S-13 a directory is opened, made and locked")
    void a_directory_is_opened_made_and_locked() {
        Path data = directory.resolve("a/b");
        try (AggregateStore store = AggregateStore.open(data)) {
            store.execute(Commands.to("m", new Work("a")));
            assertThatThrownBy(() -> AggregateStore.open(data)).isInstanceOf(StoreLocked.class);
        }
        try (AggregateStore store =
                AggregateStore.builder().durability(Durability.OS).open(data)) {
            assertThat(store.state(Machine.class, "m").done()).containsExactly("a");
        }
    }

    @Test
    void a_store_says_where_it_is_before_and_after_it_is_closed() {
        AggregateStore memory = AggregateStore.inMemory();
        AggregateStore store = AggregateStore.open(directory);
        assertThat(store).hasToString("AggregateStore over " + directory);

        store.close();
        memory.close();

        assertThat(store).hasToString("AggregateStore over " + directory);
        assertThat(memory).hasToString("AggregateStore over memory");
    }

    @Test
    void what_fails_at_the_end_keeps_nothing_open() {
        AtomicBoolean broken = new AtomicBoolean();
        AtomicBoolean closed = new AtomicBoolean();
        Scene scene = Scene.around(
                log -> new PassingLog(log) {
                    @Override
                    public CommitOutcome commit(Commit commit) {
                        if (broken.get()) {
                            throw new IllegalStateException("no commit");
                        }
                        return super.commit(commit);
                    }

                    @Override
                    public void close() {
                        closed.set(true);
                        super.close();
                    }
                },
                Relay.class);
        scene.work("m", "of no interest");
        scene.run();
        broken.set(true);

        assertThatThrownBy(scene::close).hasMessage("no commit");

        assertThat(closed).isTrue();
    }

    @Test
    void without_modules_opening_fails_and_says_what_to_do() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader nothing = new ClassLoader("nothing", ClassLoader.getPlatformClassLoader()) {};
        try {
            thread.setContextClassLoader(nothing);
            // Found where the library itself comes from.
            AggregateStore.inMemory().close();
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThatThrownBy(() -> GeneratedModules.requireSome(List.of()))
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll("annotation processor path", "JDK 23", "provides");
    }

    @Test
    @DisplayName("W-07 two definitions of one name, case ignored, are an error at open")
    void two_definitions_of_one_name_are_an_error() {
        assertThatThrownBy(() -> AggregateStore.builder()
                        .modules(Scene.module(Relay.class), Scene.module())
                        .inMemory())
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll("aggregate=machine", Machine.class.getName());
    }

    @Test
    void process_managers_are_registered_in_the_first_commit_of_a_new_store() {
        try (Scene scene = Scene.open(storage, directory, Relay.class, Single.class)) {
            assertThat(scene.everything())
                    .containsExactly("Registered $process-managers/relay", "Registered $process-managers/single");
            scene.reopen(Relay.class, Single.class);
            assertThat(scene.everything()).hasSize(2);
            assertThat(scene.log().readStream(StreamId.parse("$process-managers/relay"), 1, 1, View.DURABLE))
                    .extracting(event -> event.event().data().text())
                    .containsExactly("{\"startFrom\":\"BEGINNING\"}");
        }
    }

    @Test
    void a_new_process_manager_in_a_store_without_its_events_begins_at_the_beginning() {
        try (Scene scene = Scene.open(storage, directory)) {
            scene.work("m", "a");
            scene.reopen(Relay.class);

            assertThat(scene.begin("k", "b").run().dispatched()).isEqualTo(1);
        }
    }

    @Test
    void a_new_process_manager_in_a_store_with_its_events_must_say_where_it_begins() {
        try (Scene scene = Scene.open(storage, directory)) {
            scene.begin("k").go("k").work("m", "a");

            assertThatThrownBy(() -> scene.reopen(Relay.class))
                    .isInstanceOf(EsException.class)
                    .hasMessageContainingAll(
                            "processManager=relay",
                            "events=2",
                            "startFrom = StartFrom.BEGINNING",
                            "startFrom = StartFrom.NOW",
                            Relay.class.getName());

            scene.reopen();
            assertThat(scene.done("m")).containsExactly("a");
        }
    }

    @Test
    void from_now_means_what_comes_after_the_store_was_opened() {
        try (Scene scene = Scene.open(storage, directory)) {
            scene.go("k");
            scene.reopen(Latecomer.class);
            scene.go("k");

            assertThat(scene.run().dispatched()).isEqualTo(1);
            scene.reopen(Latecomer.class);
            assertThat(scene.run().dispatched()).isZero();
            assertThat(scene.done("late")).containsExactly("late 2");
        }
    }

    @Test
    void from_the_beginning_means_all_of_it() {
        try (Scene scene = Scene.open(storage, directory)) {
            scene.go("k").finish("k");
            scene.reopen(Auditor.class);

            assertThat(scene.run().dispatched()).isEqualTo(1);
        }
    }

    @Test
    void a_registered_process_manager_that_is_gone_is_warned_about() {
        try (Scene scene = Scene.open(storage, directory, Relay.class, Single.class);
                Warnings warnings = new Warnings()) {
            scene.reopen(Single.class);

            assertThat(warnings.messages()).singleElement().asString().contains("consumer=relay");
        }
    }

    @Test
    void a_position_that_moved_over_nothing_of_interest_is_written_at_close() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.work("m", "a");
            scene.run();
            long commits = scene.log().lastCommit();
            assertThat(scene.log().position("relay", 0)).isZero();

            scene.reopen(Relay.class);

            assertThat(scene.log().position("relay", 0)).isEqualTo(2);
            scene.run();
            scene.reopen(Relay.class);
            assertThat(scene.log().lastCommit()).isEqualTo(commits + 1);
        }
    }
}
