package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Either;
import dev.eventfold.es.runtime.domain.Hearing;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Strict;
import dev.eventfold.es.runtime.store.RowKey;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** When an instance begins and ends: each cell of the table in {@code docs/process-managers.md}, and what is left afterwards. */
@OnEachStorage
class LifeTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @AfterEach
    void close() {
        scene.close();
    }

    private void open(Class<?>... processManagers) {
        scene = Scene.open(storage, directory, processManagers);
    }

    private List<String> rows(String processManager) {
        try (Stream<RowKey> rows = scene.log().rows(processManager, 1)) {
            return rows.map(RowKey::key).sorted().toList();
        }
    }

    @Test
    @DisplayName("starts, no instance: a new one from the no-argument constructor, whichever of several events it is")
    void each_starting_event_begins_an_instance() {
        open(Either.class);
        scene.begin("a", "1").go("b", "2");

        assertThat(scene.run().ignored()).isZero();

        assertThat(scene.state("either", "a")).isEqualTo("{\"seen\":[\"1:[1]\"]}");
        assertThat(scene.state("either", "b")).isEqualTo("{\"seen\":[\"2:[2]\"]}");
    }

    @Test
    @DisplayName("starts, the instance lives: runs on its state")
    void a_second_starting_event_finds_the_instance_as_it_is() {
        open(Either.class);
        scene.begin("k", "a").go("k", "b").begin("k", "c").run();

        assertThat(scene.state("either", "k")).isEqualTo("{\"seen\":[\"1:[a]\",\"2:[b]\",\"3:[c]\"]}");
        assertThat(scene.done("k")).containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("starts, with a collection as key: begins those that do not live, runs those that do")
    void one_event_begins_some_instances_and_finds_others() {
        open(Either.class);
        scene.begin("a").tell(List.of("b", "a", "c", "b"), "t").finish("b").tell(List.of("b"), "u");

        scene.run();

        assertThat(scene.state("either", "a")).isEqualTo("{\"seen\":[\"1:[]\",\"2:[t]\"]}");
        assertThat(scene.state("either", "b")).isEqualTo("{\"seen\":[\"4:[u]\"]}");
        assertThat(scene.state("either", "c")).isEqualTo("{\"seen\":[\"2:[t]\"]}");
    }

    @Test
    @DisplayName("neither or ends, the instance lives: runs")
    void an_instance_that_lives_runs_to_its_end() {
        open(Relay.class);
        scene.begin("k", "a").go("k", "b").finish("k", "c");

        assertThat(scene.run().dispatched()).isEqualTo(3);

        assertThat(scene.done("k")).containsExactly("a", "b", "c");
        assertThat(rows("relay")).isEmpty();
    }

    @Test
    @DisplayName("neither or ends, no instance: ignored and counted, and nothing comes into being")
    void without_an_instance_other_events_are_ignored_and_counted() {
        open(Relay.class);
        scene.go("k", "a").finish("k", "b").tell(List.of("x", "y"), "c");

        ProcessManagerReport report = scene.run();

        assertThat(report.ignored()).isEqualTo(4);
        assertThat(report.dispatched() + report.deadLettered()).isZero();
        assertThat(rows("relay")).isEmpty();
    }

    @Test
    @DisplayName("neither or ends, no instance, strict: dead letter NO_INSTANCE, and nothing comes into being or waits")
    void when_strict_each_of_them_is_a_dead_letter() {
        open(Strict.class);
        scene.go("k", "a").finish("k", "b").begin("k", "c").finish("k", "d").go("k", "e");

        ProcessManagerReport report = scene.run();

        assertThat(report.ignored()).isZero();
        assertThat(report.deadLettered()).isEqualTo(3);
        assertThat(scene.letters("strict")).extracting(DeadLetter::cause).containsOnly(DeadLetter.Cause.NO_INSTANCE);
        assertThat(scene.done("k")).containsExactly("c", "d");
        assertThat(rows("strict")).isEmpty();
    }

    @Test
    @DisplayName("rejection, the instance lives: runs")
    void a_rejection_is_heard_of_by_an_instance_that_lives() {
        open(Hearing.class);
        scene.begin("k", "reject |b");

        assertThat(scene.run().rejected()).isEqualTo(1);

        assertThat(scene.done("k")).containsExactly("b");
    }

    @Test
    @DisplayName("rejection, no instance: dead letter, as without @OnRejection")
    void a_rejection_that_nobody_is_left_to_hear_of_is_a_dead_letter() {
        open(Hearing.class);
        scene.begin("k", "reject |b").finish("k");

        assertThat(scene.run().deadLettered()).isEqualTo(1);

        assertThat(scene.letters("hearing")).extracting(DeadLetter::cause).containsExactly(DeadLetter.Cause.REJECTED);
        assertThat(scene.done("k")).isEmpty();
    }

    @Test
    void ended_instances_leave_nothing_behind_but_history() {
        open(Relay.class);
        for (int i = 0; i < 100; i++) {
            scene.begin("k" + i, "a").go("k" + i, "b");
        }
        scene.run();
        assertThat(rows("relay")).hasSize(100);
        for (int i = 0; i < 100; i++) {
            if (i % 2 == 0) {
                scene.finish("k" + i);
            } else {
                scene.go("k" + i, "!end");
            }
        }

        scene.run();

        assertThat(rows("relay")).isEmpty();
        assertThat(scene.store().processes("relay").keys()).isEmpty();
        assertThat(scene.done("k7")).containsExactly("a", "b");
        scene.reopen(Relay.class);
        assertThat(rows("relay")).isEmpty();
        assertThat(scene.run().ignored()).isZero();
    }

    @Test
    void one_that_begins_and_ends_in_one_reaction_was_never_stored() {
        open(Either.class);
        scene.begin("k", "a", "!end").run();

        assertThat(rows("either")).isEmpty();
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void parked_commands_outlive_the_instance() {
        open(Relay.class);
        scene.begin("k", "reject", "a").finish("k", "b").run();

        assertThat(scene.store().processes("relay").find("k")).isEmpty();
        assertThat(scene.letters("relay"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.parkedBehind()).isEqualTo(2));
    }

    @Test
    void the_rejection_of_a_parked_command_is_told_to_whoever_lives_under_the_key_by_then() {
        open(Hearing.class);
        scene.begin("k", "bug", "reject |answer")
                .finish("k")
                .begin("k", "again")
                .run();

        evictFirst();

        assertThat(scene.done("k")).containsExactly("again");
        assertThat(scene.run().rejected()).isZero();
        assertThat(scene.done("k")).containsExactly("again", "answer");
        assertThat(scene.letters("hearing")).isEmpty();
        assertThat(scene.state("hearing", "k")).isEqualTo("{\"seen\":[\"3:[again]\",\"1:Broken\"]}");
    }

    @Test
    void the_rejection_of_a_parked_command_is_a_dead_letter_when_nobody_lives_under_the_key() {
        open(Hearing.class);
        scene.begin("k", "bug", "reject |answer").finish("k").run();

        evictFirst();
        scene.run();

        assertThat(scene.letters("hearing"))
                .singleElement()
                .extracting(DeadLetter::cause)
                .isEqualTo(DeadLetter.Cause.REJECTED);
        assertThat(scene.done("k")).isEmpty();
    }

    private void evictFirst() {
        DeadLetters letters = scene.store().deadLetters("hearing");
        letters.evict(letters.list().get(0).id(), "of no use");
    }
}
