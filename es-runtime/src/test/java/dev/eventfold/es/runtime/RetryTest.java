package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.DeadLetter.State;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Continuing;
import dev.eventfold.es.runtime.domain.Hearing;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Stopping;
import dev.eventfold.es.runtime.domain.Strict;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.Row.Blocked;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Working off what failed: trying it again, giving it up, and what then becomes of what waits behind it. */
@OnEachStorage
class RetryTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @BeforeEach
    void nothing_is_mended() {
        Mending.undo("bug");
        Mending.undo("other");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Scene open(Class<?>... processManagers) {
        scene = Scene.open(storage, directory, processManagers);
        return scene;
    }

    private DeadLetters letters(String processManager) {
        return scene.store().deadLetters(processManager);
    }

    private DeadLetter only(String processManager) {
        assertThat(letters(processManager).list()).hasSize(1);
        return letters(processManager).list().get(0);
    }

    @Test
    @DisplayName("W-03 W-04 a command that is retried runs, then what is parked behind it, in order")
    void a_retried_command_runs_and_then_what_is_parked_behind_it() {
        open(Relay.class).begin("k", "a", "broken bug", "b").go("k", "c").go("k", "d", "e");
        scene.run();
        Mending.mend("bug");

        RetryReport report = letters("relay").retry("k/1");

        assertThat(report)
                .hasToString("retried=1 failed=0 released=4 dispatched=5 unchanged=0 rejected=0 ignored=0"
                        + " deadLettered=0 parked=0");
        assertThat(scene.done("k")).containsExactly("a", "broken bug", "b", "c", "d", "e");
        assertThat(letters("relay").list()).isEmpty();
        assertThat(scene.row("relay", "k").orElseThrow().blocked()).isEqualTo(Blocked.NO);
        assertThat(letters("relay").all()).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(State.RETRIED);
            assertThat(letter.attempts()).isEqualTo(2);
            assertThat(letter.parkedBehind()).isZero();
            assertThat(letter.error()).contains("not mended: bug");
        });
    }

    @Test
    void afterwards_the_sequence_goes_on_as_if_nothing_had_been() {
        open(Relay.class).begin("k", "broken bug").go("k", "a");
        scene.run();
        Mending.mend("bug");
        letters("relay").retryAll();

        scene.reopen(Relay.class).go("k", "b").finish("k", "c").run();

        assertThat(scene.done("k")).containsExactly("broken bug", "a", "b", "c");
        assertThat(scene.row("relay", "k")).isEmpty();
    }

    @Test
    void one_that_fails_again_stays_pending_with_one_more_attempt_and_what_waits_goes_on_waiting() {
        open(Relay.class).begin("k", "broken bug", "a").run();

        RetryReport report = letters("relay").retry("k/1");
        letters("relay").retry("k/1");

        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.retried() + report.released() + report.deadLettered()).isZero();
        assertThat(scene.done("k")).isEmpty();
        assertThat(only("relay").attempts()).isEqualTo(3);
        assertThat(only("relay").parkedBehind()).isEqualTo(1);
        assertThat(only("relay").state()).isEqualTo(State.PENDING);
        assertThat(scene.row("relay", "k").orElseThrow().blocked()).isEqualTo(Blocked.COMMANDS);
    }

    @Test
    void a_retry_stops_at_the_next_failure_which_is_a_dead_letter_of_its_own() {
        open(Relay.class)
                .begin("k", "broken bug", "a", "broken other", "b", "c")
                .run();
        Mending.mend("bug");

        RetryReport report = letters("relay").retry("k/1");

        assertThat(report.released()).isEqualTo(1);
        assertThat(report.deadLettered()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("broken bug", "a");
        assertThat(only("relay")).satisfies(letter -> {
            assertThat(letter.id()).isEqualTo("k/3");
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.parkedBehind()).isEqualTo(2);
            assertThat(((FailedCommand) letter).command().payload()).isEqualTo("{\"task\":\"broken other\"}");
        });
        Mending.mend("other");
        letters("relay").retry("k/3");
        assertThat(scene.done("k")).containsExactly("broken bug", "a", "broken other", "b", "c");
    }

    @Test
    @DisplayName(
            "R11 an event that is retried is reacted to on the state that it found, then the events parked behind it, in order")
    void a_retried_event_is_reacted_to_and_then_those_behind_it() {
        open(Relay.class)
                .begin("k", "a")
                .go("k", "!broken bug", "b")
                .go("k", "c")
                .finish("k", "d");
        scene.run();
        Mending.mend("bug");

        RetryReport report = letters("relay").retry("k/1");

        assertThat(report.retried()).isEqualTo(1);
        assertThat(report.released()).isEqualTo(2);
        assertThat(scene.done("k")).containsExactly("a", "b", "c", "d");
        assertThat(scene.row("relay", "k")).isEmpty();
    }

    @Test
    void a_command_that_fails_when_a_parked_event_is_reacted_to_blocks_commands_only() {
        open(Relay.class)
                .begin("k", "!broken bug")
                .go("k", "a", "broken other", "b")
                .go("k", "c");
        scene.run();
        Mending.mend("bug");

        RetryReport report = letters("relay").retry("k/1");

        assertThat(report.released()).isEqualTo(2);
        assertThat(report.dispatched()).isEqualTo(1);
        assertThat(report.deadLettered()).isEqualTo(1);
        assertThat(report.parked()).isEqualTo(2);
        assertThat(scene.row("relay", "k").orElseThrow().blocked()).isEqualTo(Blocked.COMMANDS);
        assertThat(scene.state("relay", "k"))
                .isEqualTo("{\"seen\":[\"1:[!broken bug]\",\"2:[a, broken other, b]\",\"3:[c]\"]}");
        Mending.mend("other");
        letters("relay").retryAll();
        assertThat(scene.done("k")).containsExactly("a", "broken other", "b", "c");
    }

    @Test
    void an_event_behind_a_failed_command_can_be_retried_first_and_its_commands_wait() {
        open(Relay.class)
                .begin("k", "broken bug", "a")
                .go("k", "!broken other", "b")
                .go("k", "c");
        scene.run();
        Mending.mend("other");

        RetryReport report = letters("relay").retry("k/3");

        assertThat(report.parked()).isEqualTo(2);
        assertThat(scene.done("k")).isEmpty();
        assertThat(only("relay").parkedBehind()).isEqualTo(3);
        Mending.mend("bug");
        letters("relay").retryAll();
        assertThat(scene.done("k")).containsExactly("broken bug", "a", "b", "c");
    }

    @Test
    void evicting_a_command_skips_it_and_goes_on() {
        open(Relay.class).begin("k", "reject", "a").go("k", "b").run();

        letters("relay").evict("k/1", "the customer called");

        assertThat(scene.done("k")).containsExactly("a", "b");
        assertThat(letters("relay").list()).isEmpty();
        assertThat(letters("relay").find("k/1")).hasValueSatisfying(letter -> {
            assertThat(letter.state()).isEqualTo(State.EVICTED);
            assertThat(letter.evictedBecause()).contains("the customer called");
            assertThat(letter.attempts()).isEqualTo(1);
        });
        assertThat(scene.row("relay", "k").orElseThrow().blocked()).isEqualTo(Blocked.NO);
    }

    @Test
    void evicting_an_event_skips_it_and_goes_on() {
        open(Relay.class).begin("k", "a").go("k", "!throw").go("k", "b").run();

        letters("relay").evict("k/1", "nonsense");

        assertThat(scene.done("k")).containsExactly("a", "b");
        assertThat(scene.state("relay", "k")).isEqualTo("{\"seen\":[\"1:[a]\",\"3:[b]\"]}");
    }

    @Test
    @DisplayName("without key the sequence is the source stream, and retrySequence names it so")
    void without_key_the_sequence_is_the_source_stream() {
        open(Single.class);
        for (String source : List.of("s1", "s2")) {
            scene.execute(Commands.to(source, new SourceCommand.Go("x", List.of("broken bug"))));
            scene.execute(Commands.to(source, new SourceCommand.Go("x", List.of("after"))));
        }
        scene.run();
        Mending.mend("bug");

        RetryReport report = letters("single").retrySequence("source/s1");

        assertThat(report.retried()).isEqualTo(1);
        assertThat(scene.done("s1")).containsExactly("broken bug", "after");
        assertThat(scene.done("s2")).isEmpty();
        assertThat(scene.row("single", "source/s1")).isEmpty();
        assertThat(only("single").id()).isEqualTo("source/s2/1");
        assertThat(letters("single").retrySequence("source/s3").retried()).isZero();
    }

    @Test
    void with_continue_each_is_retried_for_itself() {
        open(Continuing.class)
                .begin("k", "broken bug", "a", "broken other")
                .go("k", "!broken bug", "b")
                .go("k", "c");
        scene.run();
        Mending.mend("bug");

        RetryReport report = letters("continuing").retryAll();

        assertThat(report.retried()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("a", "c", "broken bug", "b");
        assertThat(only("continuing").id()).isEqualTo("k/2");
        assertThat(scene.row("continuing", "k").orElseThrow().blocked()).isEqualTo(Blocked.NO);
    }

    @Test
    void an_event_for_no_instance_can_be_retried_into_one_that_lives_by_now() {
        open(Strict.class).go("k", "a").run();
        assertThat(only("strict").cause()).isEqualTo(Cause.NO_INSTANCE);
        assertThat(letters("strict").retry("k/1").failed()).isEqualTo(1);
        scene.begin("k", "b").run();

        RetryReport report = letters("strict").retry("k/1");

        assertThat(report.retried()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("b", "a");
        assertThat(scene.row("strict", "k").orElseThrow().blocked()).isEqualTo(Blocked.NO);
    }

    @Test
    @DisplayName("STOP: what was stopped reads on when all that stopped it is worked off")
    void a_stopped_process_manager_goes_on_after_retry_or_evict() {
        open(Stopping.class)
                .begin("k", "broken bug", "a")
                .begin("other", "b")
                .go("k", "reject")
                .go("other", "c");
        scene.run();
        assertThat(scene.done("other")).isEmpty();
        Mending.mend("bug");

        letters("stopping").retryAll();
        scene.run();

        assertThat(scene.done("k")).containsExactly("broken bug", "a");
        assertThat(scene.done("other")).containsExactly("b");
        letters("stopping").evict(only("stopping").id(), "no");
        scene.reopen(Stopping.class).run();
        assertThat(scene.done("other")).containsExactly("b", "c");
    }

    @Test
    void what_is_not_pending_can_be_neither_retried_nor_evicted() {
        open(Relay.class).begin("k", "reject").run();
        letters("relay").evict("k/1", "no");

        assertThatThrownBy(() -> letters("relay").retry("k/1"))
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll("consumer=relay", "id=k/1", "state=EVICTED");
        assertThatThrownBy(() -> letters("relay").evict("k/1", "again")).hasMessageContaining("state=EVICTED");
        assertThatThrownBy(() -> letters("relay").retry("k/2")).hasMessageContaining("there is no such dead letter");
        assertThatThrownBy(() -> letters("relay").evict("nonsense", "x"))
                .hasMessageContaining("there is no such dead letter");
    }

    @Test
    void of_a_process_manager_that_is_gone_dead_letters_can_be_evicted_one_by_one_but_not_retried() {
        open(Relay.class)
                .begin("k", "reject", "a", "b")
                .begin("j", "!throw")
                .go("j", "c")
                .run();
        scene.reopen();

        assertThatThrownBy(() -> letters("relay").retryAll())
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll("consumer=relay", "not in the program");
        letters("relay").evict("k/1", "gone");
        letters("relay").evict("j/1", "gone");

        assertThat(letters("relay").list()).extracting(DeadLetter::id).containsExactly("k/2", "j/2");
        assertThat(letters("relay").list()).extracting(DeadLetter::parkedBehind).containsExactly(1L, 0L);
        letters("relay").evict("j/2", "gone");
        letters("relay").evict("k/2", "gone");
        letters("relay").evict("k/3", "gone");
        assertThat(letters("relay").list()).isEmpty();
        assertThat(scene.row("relay", "j")).isEmpty();
        scene.reopen(Relay.class).go("k", "d").run();
        assertThat(scene.done("k")).containsExactly("d");
    }

    @Test
    void the_pending_ones_are_exported_as_json_lines() {
        open(Continuing.class);
        scene.execute(Commands.to("s", new SourceCommand.Begin("k", List.of("reject", "!garbage", "reject 2")))
                .withCorrelationId("flow")
                .withMetadata("tenant", "t"));
        scene.execute(Commands.to("s", new SourceCommand.Go("k", List.of("!throw")))
                .withCorrelationId("flow2")
                .withActor("me"));
        scene.run();
        letters("continuing").evict("k/3", "no");
        StringBuilder out = new StringBuilder();

        letters("continuing").export(out);

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("""
                        {"envelope":{"aggregate_type":"machine","instance_id":"k",\
                        "command":{"type":"Work","data":{"task":"reject"}},\
                        "context":{"actor":null,"correlation_id":"flow","metadata":{"tenant":"t"}}},\
                        "error":"Broken: cannot: reject","ts":1795471501}"""),
                        line -> assertThat(line)
                                .contains("\"data\":\"not\\u000aJSON ?\"}", "\"error\":\"UnreadablePayload"),
                        line -> assertThat(line).isEqualTo("""
                        {"envelope":null,"event":{"aggregate_type":"source","instance_id":"s",\
                        "event":{"type":"Went","data":{"key":"k","tasks":["!throw"]}},\
                        "context":{"actor":"me","correlation_id":"flow2","metadata":null}},\
                        "error":"IllegalStateException: told to throw","ts":1795471501}"""));
    }

    @Test
    @DisplayName("a dry run tells exactly what retryAll comes to then, and writes nothing")
    void a_dry_run_tells_what_a_retry_would_come_to_and_writes_nothing() {
        open(Relay.class)
                .begin("k", "broken bug", "a", "broken other", "b")
                .begin("j", "!broken bug", "c", "twice d")
                .go("j", "e")
                .begin("i", "broken other", "f");
        scene.run();
        Mending.mend("bug");
        List<String> before = scene.everything();

        RetryReport dry = letters("relay").dryRun();

        assertThat(scene.everything()).isEqualTo(before);
        assertThat(scene.done("k")).isEmpty();
        assertThat(dry)
                .hasToString("retried=2 failed=1 released=2 dispatched=5 unchanged=0 rejected=0 ignored=0"
                        + " deadLettered=1 parked=0");
        assertThat(letters("relay").retryAll()).hasToString(dry.toString());
    }

    @Test
    void what_is_parked_runs_in_commits_of_bounded_size_and_a_dry_run_of_it_too() {
        open(Relay.class).begin("k", "broken bug");
        for (int n = 0; n < 300; n++) {
            scene.go("k", "a" + n, "b" + n);
        }
        scene.run();
        Mending.mend("bug");
        long commits = scene.log().lastCommit();

        assertThat(letters("relay").dryRun().released()).isEqualTo(600);
        RetryReport report = letters("relay").retryAll();

        assertThat(report.released()).isEqualTo(600);
        assertThat(scene.log().lastCommit() - commits).isGreaterThan(1);
        assertThat(scene.done("k"))
                .hasSize(601)
                .startsWith("broken bug", "a0", "b0", "a1")
                .endsWith("a299", "b299");
    }

    @Test
    void a_state_of_many_dead_letters_is_read_in_the_order_of_failure_with_what_became_of_each() {
        open(Continuing.class).begin("k").begin("j").run();
        for (int n = 0; n < 20; n++) {
            scene.go(n % 2 == 0 ? "k" : "j", "reject " + n, "broken bug " + n);
        }
        scene.run();
        Mending.mend("bug");
        letters("continuing").retryAll();
        letters("continuing").list().stream()
                .limit(5)
                .forEach(letter -> letters("continuing").evict(letter.id(), "no"));

        List<DeadLetter> all = letters("continuing").all().toList();

        assertThat(all).hasSize(40);
        assertThat(all).filteredOn(letter -> letter.state() == State.RETRIED).hasSize(20);
        assertThat(all).filteredOn(letter -> letter.state() == State.EVICTED).hasSize(5);
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.comparing(letter -> letter.event().position()));
        assertThat(letters("continuing").list()).hasSize(15);
    }

    @Test
    void a_parked_command_that_is_rejected_in_its_turn_is_told_to_the_process_that_asked() {
        open(Hearing.class).begin("k", "broken bug", "reject 1|answer", "b");
        scene.run();
        Mending.mend("bug");

        RetryReport report = letters("hearing").retryAll();
        scene.run();

        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.released()).isEqualTo(2);
        assertThat(scene.done("k")).containsExactly("broken bug", "b", "answer");
        assertThat(letters("hearing").list()).isEmpty();
    }

    @Test
    void an_event_whose_key_is_still_not_legal_fails_again_and_blocks_nobody() {
        open(Relay.class).begin("ü".repeat(513), "a").begin("source/src", "b").run();

        RetryReport report = letters("relay").retry("source/src/1");
        scene.go("source/src", "c").run();

        assertThat(report.failed()).isEqualTo(1);
        assertThat(only("relay").attempts()).isEqualTo(2);
        assertThat(scene.done("source/src")).containsExactly("b", "c");
    }

    @Test
    @DisplayName("STOP: a live loop goes on by itself when what stopped it is given up")
    void a_live_loop_goes_on_when_what_stopped_it_is_given_up() {
        open(Stopping.class).begin("k", "reject").begin("other", "a");
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.run();
            assertThat(scene.done("other")).isEmpty();

            letters("stopping").evict(only("stopping").id(), "no");
            scene.run();

            assertThat(running).isNotNull();
            assertThat(scene.done("other")).containsExactly("a");
        }
    }

    @Test
    @DisplayName("R11 what others do goes on while one instance is blocked, whatever is retried there")
    void others_go_on_while_one_instance_is_blocked() {
        open(Relay.class).begin("k", "broken bug").begin("other", "a").run();
        letters("relay").retryAll();
        scene.go("other", "b").go("k", "c").go("other", "d");

        scene.run();

        assertThat(scene.done("other")).containsExactly("a", "b", "d");
        assertThat(only("relay").parkedBehind()).isEqualTo(1);
    }
}
