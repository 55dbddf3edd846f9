package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.DeadLetter.State;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Continuing;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Stopping;
import dev.eventfold.es.runtime.store.Row.Blocked;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What becomes of commands and reactions that fail, and of what comes after them. */
@OnEachStorage
class FailureTest {
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
    @DisplayName("S-09 S-10 S-12 every refusal of a command is a dead letter with its cause, and the pass goes on")
    void every_refusal_is_a_dead_letter_with_its_cause() {
        open(Continuing.class);
        scene.begin("k", "reject", "bug", "null", "overflow", "unapplicable", "a");
        scene.go("k", "!unknown-aggregate", "!unknown-command", "!unreadable", "!garbage", "!expecting 99", "b");

        ProcessManagerReport report = scene.run();

        assertThat(report.dispatched()).isEqualTo(2);
        assertThat(report.deadLettered()).isEqualTo(10);
        assertThat(scene.done("k")).containsExactly("a", "b");
        assertThat(scene.letters("continuing"))
                .extracting(DeadLetter::cause)
                .containsExactly(
                        Cause.REJECTED,
                        Cause.HANDLER_FAILED,
                        Cause.HANDLER_FAILED,
                        Cause.HANDLER_FAILED,
                        Cause.HANDLER_FAILED,
                        Cause.UNKNOWN_COMMAND,
                        Cause.UNKNOWN_COMMAND,
                        Cause.UNREADABLE,
                        Cause.UNREADABLE,
                        Cause.REJECTED);
        assertThat(scene.letters("continuing").get(0).error()).isEqualTo("Broken: cannot: reject");
        assertThat(scene.letters("continuing").get(5).error()).contains("did you mean: machine");
        assertThat(scene.letters("continuing").get(9).error()).contains("expected=99");
    }

    @Test
    @DisplayName("W-03 a dead letter says everything about its command")
    void a_dead_letter_says_everything_about_its_command() {
        open(Continuing.class);
        CommandResult first = scene.execute(Commands.to("s", new SourceCommand.Begin("k", List.of("a", "reject ö😀")))
                .withCorrelationId("flow")
                .withMetadata("tenant", "t\n1"));

        scene.run();
        scene.reopen(Continuing.class);

        assertThat(scene.letters("continuing")).singleElement().isInstanceOfSatisfying(FailedCommand.class, letter -> {
            assertThat(letter.processManager()).isEqualTo("continuing");
            assertThat(letter.key()).isEqualTo("k");
            assertThat(letter.event().eventId()).isEqualTo(first.events().get(0).eventId());
            assertThat(letter.event().json()).isEqualTo(first.events().get(0).json());
            assertThat(letter.event().key()).isEqualTo("k");
            assertThat(letter.cause()).isEqualTo(Cause.REJECTED);
            assertThat(letter.error()).contains("reject ö😀");
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.firstTime()).isEqualTo(Scene.NOW);
            assertThat(letter.lastTime()).isEqualTo(Scene.NOW);
            assertThat(letter.state()).isEqualTo(State.PENDING);
            assertThat(letter.evictedBecause()).isEmpty();
            assertThat(letter.parkedBehind()).isZero();
            CommandEnvelope command = letter.command();
            assertThat(command.aggregate()).isEqualTo("machine");
            assertThat(command.instanceId()).isEqualTo("k");
            assertThat(command.command()).isEqualTo("Work");
            assertThat(command.payload()).isEqualTo("{\"task\":\"reject ö😀\"}");
            assertThat(command.commandId())
                    .hasValueSatisfying(id -> assertThat(id).hasSize(16));
            assertThat(command.correlationId()).contains("flow");
            assertThat(command.metadata()).isEqualTo(Map.of("tenant", "t\n1"));
            assertThat(command.actor()).isEmpty();
            assertThat(command.expectedVersion()).isEmpty();
            assertThat(scene.store().deadLetters("continuing").find(letter.id()).map(DeadLetter::id))
                    .contains(letter.id());
        });
        assertThat(scene.store().deadLetters("continuing").find("k/99")).isEmpty();
        assertThat(scene.store().deadLetters("continuing").find("nonsense")).isEmpty();
        assertThat(scene.store().deadLetters("continuing").all()).hasSize(1);
    }

    @Test
    void what_a_reaction_set_itself_is_kept() {
        open(Continuing.class);
        scene.work("k", "a");
        scene.begin("k", "!expecting 7", "!garbage", "!unknown-command");

        scene.run();

        List<DeadLetter> letters = scene.letters("continuing");
        assertThat(((FailedCommand) letters.get(0)).command().expectedVersion()).hasValue(7);
        assertThat(((FailedCommand) letters.get(1)).command().payload()).isEqualTo("not\nJSON ?");
        assertThat(((FailedCommand) letters.get(2)).command().command()).isEqualTo("Wrok");
    }

    @Test
    @DisplayName(
            "W-04 after a failed command what its instance sends later is parked, in order, and its state moves on")
    void after_a_failed_command_later_ones_are_parked() {
        open(Relay.class);
        scene.begin("k", "a", "reject", "b").go("k", "c").begin("other", "d");

        ProcessManagerReport report = scene.run();
        scene.go("k", "e", "f");
        ProcessManagerReport second = scene.run();

        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.done("other")).containsExactly("d");
        assertThat(report.parked()).isEqualTo(2);
        assertThat(report.deadLettered()).isEqualTo(1);
        assertThat(second.parked()).isEqualTo(2);
        assertThat(scene.state("relay", "k")).isEqualTo("{\"seen\":[\"1:[a, reject, b]\",\"2:[c]\",\"4:[e, f]\"]}");
        assertThat(scene.row("relay", "k").orElseThrow().blocked()).isEqualTo(Blocked.COMMANDS);
        assertThat(scene.everything().stream().filter(event -> event.endsWith("$dead-letters.relay/k")))
                .containsExactly(
                        "CommandFailed $dead-letters.relay/k",
                        "CommandParked $dead-letters.relay/k",
                        "CommandParked $dead-letters.relay/k",
                        "CommandParked $dead-letters.relay/k",
                        "CommandParked $dead-letters.relay/k");
        assertThat(scene.letters("relay"))
                .singleElement()
                .extracting(DeadLetter::parkedBehind)
                .isEqualTo(4L);
    }

    @Test
    @DisplayName(
            "R11 a throwing reaction is a dead letter, its state is as before, and later events of its instance are parked")
    void a_throwing_reaction_parks_later_events() {
        open(Relay.class);
        scene.begin("k", "a").begin("other").go("k", "b", "!throw").go("k", "c").go("other", "d");

        ProcessManagerReport report = scene.run();

        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.done("other")).containsExactly("d");
        assertThat(report.deadLettered()).isEqualTo(1);
        assertThat(report.parked()).isEqualTo(1);
        assertThat(scene.state("relay", "k")).isEqualTo("{\"seen\":[\"1:[a]\"]}");
        assertThat(scene.row("relay", "k").orElseThrow().blocked()).isEqualTo(Blocked.EVENTS);
        assertThat(scene.letters("relay")).singleElement().satisfies(letter -> {
            assertThat(letter).isInstanceOf(FailedEvent.class);
            assertThat(letter.cause()).isEqualTo(Cause.REACTION_FAILED);
            assertThat(letter.error()).isEqualTo("IllegalStateException: told to throw");
            assertThat(letter.parkedBehind()).isEqualTo(1);
            assertThat(letter.event().event()).isEqualTo("Went");
        });
    }

    @Test
    void an_instance_whose_first_reaction_throws_does_not_live_and_waits() {
        open(Relay.class);
        scene.begin("k", "!throw").go("k", "a").begin("k", "b");

        ProcessManagerReport report = scene.run();

        assertThat(report.parked()).isEqualTo(2);
        assertThat(scene.done("k")).isEmpty();
        assertThat(scene.row("relay", "k")).hasValueSatisfying(row -> {
            assertThat(row.state()).isNull();
            assertThat(row.blocked()).isEqualTo(Blocked.EVENTS);
        });
    }

    @Test
    void every_way_to_fail_in_a_reaction_is_a_dead_letter() {
        open(Continuing.class);
        scene.begin("k", "!throw").begin("k", "!null").begin("k", "!overflow").begin("k", "a");

        scene.run();

        assertThat(scene.letters("continuing"))
                .hasSize(3)
                .extracting(DeadLetter::cause)
                .containsOnly(Cause.REACTION_FAILED);
        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.state("continuing", "k")).isEqualTo("{\"seen\":[\"4:[a]\"]}");
    }

    @Test
    void a_reaction_that_fails_in_the_middle_of_a_batch_finds_its_state_again() {
        open(Continuing.class);
        scene.begin("k", "a").run();
        scene.go("k", "b")
                .go("k", "!throw")
                .go("k", "c")
                .finish("k")
                .begin("k", "d")
                .go("k", "!throw")
                .go("k", "e");

        scene.run();

        assertThat(scene.done("k")).containsExactly("a", "b", "c", "d", "e");
        assertThat(scene.state("continuing", "k")).isEqualTo("{\"seen\":[\"6:[d]\",\"8:[e]\"]}");
        assertThat(scene.row("continuing", "k").orElseThrow().blocked()).isEqualTo(Blocked.NO);
    }

    @Test
    void a_reaction_that_fails_behind_a_failed_command_parks_the_events_after_it() {
        open(Relay.class);
        scene.begin("k", "reject").go("k", "a").go("k", "!throw").go("k", "b");

        ProcessManagerReport report = scene.run();

        assertThat(report.deadLettered()).isEqualTo(2);
        assertThat(report.parked()).isEqualTo(2);
        assertThat(scene.row("relay", "k").orElseThrow().blocked()).isEqualTo(Blocked.EVENTS);
        assertThat(scene.letters("relay")).extracting(DeadLetter::parkedBehind).containsExactly(1L, 1L);
        assertThat(scene.letters("relay"))
                .extracting(DeadLetter::cause)
                .containsExactly(Cause.REJECTED, Cause.REACTION_FAILED);
    }

    @Test
    void parked_commands_outlive_the_instance() {
        open(Relay.class);
        scene.begin("k", "reject").finish("k", "a").begin("k", "b");

        scene.run();

        assertThat(scene.row("relay", "k").orElseThrow().blocked()).isEqualTo(Blocked.COMMANDS);
        assertThat(scene.state("relay", "k")).isEqualTo("{\"seen\":[\"3:[b]\"]}");
        assertThat(scene.done("k")).isEmpty();
        assertThat(scene.letters("relay"))
                .singleElement()
                .extracting(DeadLetter::parkedBehind)
                .isEqualTo(2L);
    }

    @Test
    void a_blocked_instance_that_ended_leaves_only_its_block() {
        open(Relay.class);
        scene.begin("k", "reject").finish("k", "a").run();

        assertThat(scene.row("relay", "k")).hasValueSatisfying(row -> {
            assertThat(row.state()).isNull();
            assertThat(row.blocked()).isEqualTo(Blocked.COMMANDS);
        });
    }

    @Test
    void without_key_the_sequence_is_the_source_stream() {
        open(Single.class);
        scene.execute(Commands.to("s1", new SourceCommand.Go("x", List.of("reject"))));
        scene.execute(Commands.to("s1", new SourceCommand.Go("x", List.of("a"))));
        scene.execute(Commands.to("s2", new SourceCommand.Go("x", List.of("!throw"))));
        scene.execute(Commands.to("s2", new SourceCommand.Go("x", List.of("b"))));
        scene.execute(Commands.to("s3", new SourceCommand.Go("x", List.of("c"))));

        ProcessManagerReport report = scene.run();

        assertThat(report.parked()).isEqualTo(2);
        assertThat(report.deadLettered()).isEqualTo(2);
        assertThat(scene.done("s3")).containsExactly("c");
        assertThat(scene.done("s1")).isEmpty();
        assertThat(scene.state("single", "")).isEqualTo("{\"seen\":3}");
        assertThat(scene.row("single", "source/s1").orElseThrow().blocked()).isEqualTo(Blocked.COMMANDS);
        assertThat(scene.row("single", "source/s2").orElseThrow().blocked()).isEqualTo(Blocked.EVENTS);
        assertThat(scene.letters("single")).extracting(DeadLetter::id).containsExactly("source/s1/1", "source/s2/1");
        assertThat(scene.letters("single")).extracting(DeadLetter::key).containsOnly("");
    }

    @Test
    void an_illegal_key_is_a_dead_letter_in_the_sequence_of_its_stream() {
        open(Relay.class);
        scene.begin("ü".repeat(513), "a").begin("k", "b");

        scene.run();

        assertThat(scene.done("k")).containsExactly("b");
        assertThat(scene.letters("relay")).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo(Cause.REACTION_FAILED);
            assertThat(letter.id()).isEqualTo("source/src/1");
            assertThat(letter.key()).isEmpty();
            assertThat(letter.error()).contains("utf8Bytes=1026");
        });
    }

    @Test
    @DisplayName("STOP: nothing after the failure is read, in this pass or a later one, after a restart too")
    void stop_reads_nothing_further() {
        open(Stopping.class);
        scene.begin("k", "a")
                .begin("other", "b")
                .go("k", "reject")
                .begin("third", "c")
                .go("other", "d");

        ProcessManagerReport report = scene.run();
        ProcessManagerReport second = scene.run();
        scene.reopen(Stopping.class);
        ProcessManagerReport third = scene.run();

        assertThat(report.dispatched()).isEqualTo(2);
        assertThat(report.deadLettered()).isEqualTo(1);
        assertThat(second.dispatched() + third.dispatched()).isZero();
        assertThat(scene.done("other")).containsExactly("b");
        assertThat(scene.done("third")).isEmpty();
        assertThat(scene.row("stopping", "third")).isEmpty();
    }

    @Test
    void stop_at_a_throwing_reaction() {
        open(Stopping.class);
        scene.begin("k", "a").go("k", "!throw").begin("other", "b");

        scene.run();
        scene.reopen(Stopping.class);
        scene.run();

        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.done("other")).isEmpty();
        assertThat(scene.state("stopping", "k")).isEqualTo("{\"seen\":[\"1:[a]\"]}");
        assertThat(scene.letters("stopping")).hasSize(1);
    }

    @Test
    void what_is_blocked_stays_blocked_after_a_restart() {
        open(Relay.class);
        scene.begin("k", "reject").begin("j", "!throw").run();
        scene.reopen(Relay.class);
        scene.go("k", "a").go("j", "b");

        ProcessManagerReport report = scene.run();

        assertThat(report.parked()).isEqualTo(2);
        assertThat(scene.done("k")).isEmpty();
    }

    @Test
    void dead_letters_are_listed_in_the_order_of_failure() {
        open(Continuing.class);
        scene.begin("z", "reject 1")
                .begin("a", "reject 2")
                .go("z", "reject 3")
                .go("a", "!throw")
                .run();

        assertThat(scene.letters("continuing")).extracting(DeadLetter::id).containsExactly("z/1", "a/1", "z/2", "a/2");
    }

    @Test
    void asking_for_the_dead_letters_of_nobody_is_an_error_that_names_the_known_ones() {
        open(Relay.class);

        assertThatThrownBy(() -> scene.store().deadLetters("rely"))
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll("consumer=rely", "did you mean: relay");
    }

    @Test
    void dead_letters_of_a_process_manager_that_is_gone_can_still_be_read() {
        open(Continuing.class);
        scene.begin("k", "reject").run();
        scene.reopen();

        assertThat(scene.letters("continuing")).hasSize(1);
    }

    @Test
    void a_reaction_beyond_what_a_commit_holds_is_a_dead_letter_with_both_numbers() {
        open(Relay.class);
        scene.begin("k", "many 60000", "many 60000").begin("other", "many 60000");

        scene.run();

        assertThat(scene.done("k")).isEmpty();
        assertThat(scene.done("other")).hasSize(60_000);
        assertThat(scene.letters("relay")).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo(Cause.REACTION_FAILED);
            assertThat(letter.error()).contains("lines=120002", "most=100000");
            assertThat(letter.key()).isEqualTo("k");
        });
        assertThat(scene.row("relay", "k").orElseThrow().blocked()).isEqualTo(Blocked.EVENTS);
    }

    @Test
    void a_command_beyond_what_a_commit_holds_is_a_dead_letter_with_both_numbers() {
        open(Relay.class);
        scene.begin("k", "a", "many 100001", "b");

        scene.run();

        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.letters("relay")).singleElement().satisfies(letter -> {
            assertThat(letter).isInstanceOf(FailedCommand.class);
            assertThat(letter.cause()).isEqualTo(Cause.HANDLER_FAILED);
            assertThat(letter.error()).contains("lines=100001", "most=100000");
            assertThat(letter.parkedBehind()).isEqualTo(1);
        });
    }

    @Test
    void a_batch_beyond_what_a_commit_holds_is_halved() {
        open(Relay.class);
        for (int i = 0; i < 8; i++) {
            scene.begin("k" + i, "many 30000");
        }

        ProcessManagerReport report = scene.run();

        assertThat(report.dispatched()).isEqualTo(8);
        assertThat(report.deadLettered()).isZero();
        assertThat(scene.done("k7")).hasSize(30_000);
    }

    @Test
    @DisplayName("R9 an Error out of user code passes as it is, with nothing moved")
    void an_error_passes_as_it_is() {
        open(Relay.class);
        scene.begin("k", "a").go("k", "!error");

        assertThatThrownBy(() -> scene.run()).isInstanceOf(LinkageError.class);

        assertThat(scene.letters("relay")).isEmpty();
        assertThat(scene.done("k")).isEmpty();
        assertThatThrownBy(() -> scene.run()).isInstanceOf(LinkageError.class);
    }
}
