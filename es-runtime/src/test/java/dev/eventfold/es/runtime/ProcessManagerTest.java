package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.domain.Auditor;
import dev.eventfold.es.runtime.domain.Chain;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Folding;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Strict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What process managers do as long as nothing fails. */
@OnEachStorage
class ProcessManagerTest {
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

    @Test
    @DisplayName("S-01 S-11 a reaction's commands are dispatched and counted, its state is stored")
    void a_reactions_commands_are_dispatched() {
        open(Relay.class);
        scene.begin("k", "a", "b", "nothing");

        ProcessManagerReport report = scene.run();

        assertThat(scene.done("k")).containsExactly("a", "b");
        assertThat(report.dispatched()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.deadLettered()).isZero();
        assertThat(report.byName()).containsOnlyKeys("relay");
        assertThat(report.byName().get("relay").dispatched()).isEqualTo(2);
        assertThat(scene.state("relay", "k")).isEqualTo("{\"seen\":[\"1:[a, b, nothing]\"]}");
    }

    @Test
    @DisplayName("S-07 a second pass dispatches nothing")
    void a_second_pass_dispatches_nothing() {
        open(Relay.class, Single.class);
        scene.begin("k", "a").run();

        ProcessManagerReport second = scene.run();

        assertThat(second.dispatched()).isZero();
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    @DisplayName("S-07 W-05 W-06 after a restart a pass dispatches only what is new")
    void after_a_restart_only_what_is_new_is_dispatched() {
        open(Relay.class);
        scene.begin("k", "a").run();
        scene.reopen(Relay.class);

        assertThat(scene.run().dispatched()).isZero();
        scene.go("k", "b");
        assertThat(scene.run().dispatched()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("a", "b");
        assertThat(scene.state("relay", "k")).isEqualTo("{\"seen\":[\"1:[a]\",\"2:[b]\"]}");
    }

    @Test
    @DisplayName("S-12 one pass runs to the end of what its own commands cause")
    void one_pass_runs_to_the_end() {
        open(Chain.class);
        scene.work("m", "down 5");

        ProcessManagerReport report = scene.run();

        assertThat(report.dispatched()).isEqualTo(5);
        assertThat(scene.done("m")).containsExactly("down 5", "down 4", "down 3", "down 2", "down 1", "down 0");
        assertThat(scene.run().dispatched()).isZero();
    }

    @Test
    @DisplayName("S-06 W-18 events are reacted to in the order of the log, whatever their streams")
    void events_are_reacted_to_in_the_order_of_the_log() {
        open(Relay.class);
        for (int i = 0; i < 20; i++) {
            String source = i % 2 == 0 ? "zz" : "aa";
            scene.execute(
                    i == 0
                            ? Commands.to(source, new SourceCommand.Begin("k", List.of("t0")))
                            : Commands.to(source, new SourceCommand.Go("k", List.of("t" + i))));
        }

        scene.run();

        assertThat(scene.done("k"))
                .hasSize(20)
                .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "t" + i).toList());
    }

    @Test
    @DisplayName("S-02 an event that nobody reacts to is passed")
    void an_event_that_nobody_reacts_to_is_passed() {
        open(Relay.class);
        scene.work("m", "a");

        assertThat(scene.run().ignored()).isZero();
        assertThat(scene.done("m")).containsExactly("a");
    }

    @Test
    void an_event_for_an_instance_that_does_not_live_is_ignored_and_counted() {
        open(Relay.class);
        scene.go("k", "a").finish("k", "b");

        ProcessManagerReport report = scene.run();

        assertThat(report.ignored()).isEqualTo(2);
        assertThat(report.dispatched()).isZero();
        assertThat(scene.row("relay", "k")).isEmpty();
    }

    @Test
    void when_strict_it_is_a_dead_letter_that_blocks_nothing() {
        open(Strict.class);
        scene.go("k", "a").begin("k", "b").go("k", "c");

        ProcessManagerReport report = scene.run();

        assertThat(report.deadLettered()).isEqualTo(1);
        assertThat(report.dispatched()).isEqualTo(2);
        assertThat(scene.letters("strict")).singleElement().satisfies(letter -> {
            assertThat(letter).isInstanceOf(FailedEvent.class);
            assertThat(letter.cause()).isEqualTo(DeadLetter.Cause.NO_INSTANCE);
            assertThat(letter.key()).isEqualTo("k");
            assertThat(letter.event().event()).isEqualTo("Went");
        });
    }

    @Test
    void an_end_removes_the_state_after_the_last_commands() {
        open(Relay.class);
        scene.begin("k", "a").finish("k", "b").go("k", "c");

        ProcessManagerReport report = scene.run();

        assertThat(scene.done("k")).containsExactly("a", "b");
        assertThat(report.ignored()).isEqualTo(1);
        assertThat(scene.row("relay", "k")).isEmpty();
    }

    @Test
    void a_later_starting_event_starts_afresh() {
        open(Relay.class);
        scene.begin("k", "a").run();
        scene.finish("k").begin("k", "b").go("k", "c");

        scene.run();

        assertThat(scene.done("k")).containsExactly("a", "b", "c");
        assertThat(scene.state("relay", "k")).isEqualTo("{\"seen\":[\"3:[b]\",\"4:[c]\"]}");
    }

    @Test
    void a_starting_event_for_an_instance_that_lives_just_runs() {
        open(Relay.class);
        scene.begin("k", "a").begin("k", "b").run();

        assertThat(scene.state("relay", "k")).isEqualTo("{\"seen\":[\"1:[a]\",\"2:[b]\"]}");
    }

    @Test
    void the_effect_end_ends_the_instance_after_the_other_effects() {
        open(Relay.class);
        scene.begin("k", "a").go("k", "!end", "b").go("k", "c");

        ProcessManagerReport report = scene.run();

        assertThat(scene.done("k")).containsExactly("a", "b");
        assertThat(report.ignored()).isEqualTo(1);
        assertThat(scene.row("relay", "k")).isEmpty();
    }

    @Test
    void a_start_that_ends_at_once_is_a_process_of_one_step() {
        open(Relay.class);
        scene.begin("k", "a", "!end").begin("k", "b", "!end").run();

        assertThat(scene.done("k")).containsExactly("a", "b");
        assertThat(scene.row("relay", "k")).isEmpty();
    }

    @Test
    void a_key_that_is_a_collection_runs_once_for_each_distinct_element_in_order() {
        open(Relay.class);
        scene.begin("a").begin("b").tell(List.of("b", "a", "b", "none"), "t");

        ProcessManagerReport report = scene.run();

        assertThat(report.dispatched()).isEqualTo(2);
        assertThat(report.ignored()).isEqualTo(1);
        assertThat(scene.done("a")).containsExactly("t");
        assertThat(scene.done("b")).containsExactly("t");
        assertThat(scene.everything()).endsWith("Worked machine/b", "Worked machine/a");
    }

    @Test
    void an_empty_collection_runs_nothing() {
        open(Relay.class);
        scene.begin("a").tell(List.of(), "t");

        assertThat(scene.run().dispatched()).isZero();
    }

    @Test
    void any_text_is_a_key() {
        open(Relay.class);
        List<String> keys = List.of("", "/", "..", "a/b", "source/src", "\u0000\n\"\\", "😀", "ü".repeat(512));
        keys.forEach(key -> scene.begin(key, "a"));

        scene.run();
        scene.reopen(Relay.class);

        for (String key : keys) {
            assertThat(scene.done(key)).containsExactly("a");
            assertThat(scene.row("relay", key)).isPresent();
        }
    }

    @Test
    @DisplayName("S-01 without key there is one instance, whose state is stored under the empty key")
    void without_key_there_is_one_instance() {
        open(Single.class);
        scene.begin("x", "a").go("y", "b").run();
        scene.reopen(Single.class);
        scene.go("z", "c").run();

        assertThat(scene.state("single", "")).isEqualTo("{\"seen\":3}");
        assertThat(scene.done(Scene.SOURCE)).containsExactly("a", "b", "c");
    }

    @Test
    void appliers_of_a_process_manager_run_before_its_reaction() {
        open(Folding.class);
        scene.begin("k", "a", "b").go("k", "c").run();
        scene.go("k", "d").finish("k").run();

        assertThat(scene.done("k")).containsExactly("sum 4");
        assertThat(scene.row("folding", "k")).isEmpty();
    }

    @Test
    void any_aggregate_means_all_but_the_systems() {
        open(Auditor.class, Relay.class);
        scene.begin("k", "a", "reject").go("k").run();
        scene.finish("k").run();

        assertThat(scene.done("audit")).singleElement().asString().startsWith("3 ");
    }

    @Test
    @DisplayName("W-23 ids, correlation and metadata flow on from the event to what it causes")
    void what_flows_on() {
        open(Relay.class);
        CommandResult first =
                scene.execute(Commands.to("s", new SourceCommand.Begin("k", List.of("flow", "!marked", "a")))
                        .withCorrelationId("flow-1")
                        .withActor("alice")
                        .withMetadata("tenant", "t1"));

        scene.run();

        List<RecordedEvent> caused = scene.events("machine", "k");
        String cause = first.events().get(0).eventId();
        assertThat(caused).extracting(RecordedEvent::causationId).containsOnly(cause);
        assertThat(caused).extracting(RecordedEvent::correlationId).containsExactly("flow-1", "own", "flow-1");
        assertThat(caused.get(0).metadata()).isEqualTo(Map.of("tenant", "t1"));
        assertThat(caused.get(1).metadata()).containsExactly(Map.entry("tenant", "t1"), Map.entry("step", "2"));
        assertThat(caused.get(0).actor()).isEmpty();
        assertThat(caused.get(1).actor()).contains("relay");
        assertThat(scene.done("k").get(0)).contains(" flow-1 " + cause + " - {tenant=t1}");
    }

    @Test
    void the_id_of_a_reactions_command_is_made_from_what_it_reacts_to() {
        open(Relay.class);
        scene.begin("k", "a", "b").run();
        List<String> ids = scene.events("machine", "k").stream()
                .map(RecordedEvent::eventId)
                .toList();

        try (Scene other = Scene.open(Storage.MEMORY, directory, Relay.class)) {
            other.begin("k", "a", "b").run();

            assertThat(other.events("machine", "k"))
                    .extracting(RecordedEvent::eventId)
                    .isEqualTo(ids);
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-hjkmnp-tv-z]{16}\\.0"));
    }

    @Test
    void a_command_id_that_a_reaction_gives_counts_once_in_its_target() {
        open(Relay.class);
        scene.begin("k", "!once a", "!once b").go("k", "!once c");

        ProcessManagerReport report = scene.run();

        assertThat(report.dispatched()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void what_came_as_json_is_dispatched_too() {
        open(Relay.class);
        scene.begin("k", "!json").run();

        assertThat(scene.done("k")).containsExactly("json");
    }

    @Test
    void many_events_are_passed_in_batches_and_each_instance_keeps_its_state() {
        open(Relay.class, Single.class);
        for (int i = 0; i < 50; i++) {
            scene.begin("k" + i);
        }
        for (int i = 0; i < 2_000; i++) {
            scene.go("k" + i % 50, "t" + i / 50);
        }

        ProcessManagerReport report = scene.run();

        assertThat(report.dispatched()).isEqualTo(4_000);
        assertThat(scene.done("k7")).hasSize(40).startsWith("t0", "t1").endsWith("t39");
        assertThat(scene.state("single", "")).isEqualTo("{\"seen\":2050}");
    }
}
