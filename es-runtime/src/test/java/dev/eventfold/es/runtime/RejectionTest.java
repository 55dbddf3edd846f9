package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.domain.Hearing;
import dev.eventfold.es.runtime.domain.Listening;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What comes of a rejection that the process manager which sent the command wants to hear of. */
@OnEachStorage
class RejectionTest {
    private static final String REJECTIONS = "$rejections.hearing/m";

    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_rejection_is_an_answer_and_no_dead_letter() {
        scene = open(Hearing.class).begin("m", "a", "reject this|b", "c");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=3 unchanged=0 deadLettered=0 rejected=1 parked=0 ignored=0 timedOut=0");
        assertThat(report.byName().get("hearing").rejected()).isEqualTo(1);
        assertThat(scene.done("m")).containsExactly("a", "c", "b");
        assertThat(scene.letters("hearing")).isEmpty();
        assertThat(scene.state("hearing", "m")).isEqualTo("{\"seen\":[\"1:[a, reject this|b, c]\",\"1:Broken\"]}");
    }

    @Test
    void the_rejection_is_written_with_the_other_effects_of_the_event_and_reacted_to_after_what_is_in_the_log_before() {
        scene = open(Hearing.class).begin("m", "reject 1|b", "a").go("m", "c");

        scene.run();

        assertThat(scene.everything())
                .containsSubsequence(REJECTIONS.replace("$", "CommandRejected $"), "Worked machine/m");
        assertThat(scene.done("m")).containsExactly("a", "c", "b");
    }

    @Test
    void what_is_written_tells_the_command_and_why_in_the_flow_of_the_command() {
        scene = open(Hearing.class).begin("m", "reject it|!marked");

        scene.run();

        RecordedEvent began = scene.events("source", Scene.SOURCE).get(0);
        StoredEvent rejected = scene.systemEvents("$rejections.hearing", "m").get(0);
        assertThat(rejected.event().data().text())
                .contains("\"source\":\"source/src\"", "\"index\":0", "\"code\":\"Broken\"", "\"name\":\"Work\"");
        assertThat(rejected.event().origin().correlationId()).isEqualTo(began.correlationId());
        assertThat(rejected.event().origin().causationId()).isEqualTo(began.eventId());
        assertThat(scene.done("m")).singleElement().asString().contains(" own ", rejected.id(), "{step=2}");
    }

    @Test
    void an_answer_may_be_rejected_too() {
        scene = open(Hearing.class).begin("m", "reject 1|reject 2|reject 3|done");

        ProcessManagerReport report = scene.run();

        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.dispatched()).isEqualTo(1);
        assertThat(scene.done("m")).containsExactly("done");
        assertThat(scene.state("hearing", "m")).endsWith("\"1:Broken\",\"2:Broken\",\"3:Broken\"]}");
    }

    @Test
    void an_answer_may_end_the_instance() {
        scene = open(Hearing.class).begin("m", "reject 1|!end");
        scene.run();
        scene.go("m", "late");

        ProcessManagerReport report = scene.run();

        assertThat(report.ignored()).isEqualTo(1);
        assertThat(scene.row("hearing", "m")).isEmpty();
    }

    @Test
    void nobody_is_left_to_hear_of_the_rejection_of_a_last_command() {
        scene = open(Hearing.class).begin("m").finish("m", "reject 1|b");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=0 unchanged=0 deadLettered=1 rejected=0 parked=0 ignored=0 timedOut=0");
        assertThat(scene.letters("hearing")).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo(Cause.REJECTED);
            assertThat(letter)
                    .asInstanceOf(type(FailedCommand.class))
                    .satisfies(
                            command -> assertThat(command.command().payload()).isEqualTo("{\"task\":\"reject 1|b\"}"));
        });
    }

    @Test
    void a_rejection_that_comes_after_the_end_of_its_instance_is_a_dead_letter_of_its_command() {
        scene = open(Hearing.class).begin("m", "reject 1|b").finish("m");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=0 unchanged=0 deadLettered=1 rejected=1 parked=0 ignored=0 timedOut=0");
        DeadLetter letter = scene.letters("hearing").get(0);
        assertThat(letter.cause()).isEqualTo(Cause.REJECTED);
        assertThat(letter.error()).startsWith("Broken: ");
        assertThat(letter.event().event()).isEqualTo("Began");
        assertThat(letter)
                .asInstanceOf(type(FailedCommand.class))
                .satisfies(command -> assertThat(command.command().payload()).isEqualTo("{\"task\":\"reject 1|b\"}"));
        assertThat(scene.row("hearing", "m").orElseThrow().blocked()).isEqualTo(Blocked.COMMANDS);
    }

    @Test
    void an_answer_that_throws_is_a_dead_letter_of_the_rejection_and_leaves_the_state_as_it_was() {
        scene = open(Hearing.class).begin("m", "reject 1|!throw");
        scene.run();
        scene.go("m", "late");

        ProcessManagerReport report = scene.run();

        assertThat(report.parked()).isEqualTo(1);
        DeadLetter letter = scene.letters("hearing").get(0);
        assertThat(letter.cause()).isEqualTo(Cause.REACTION_FAILED);
        assertThat(letter.event().aggregate()).isEqualTo("$rejections.hearing");
        assertThat(letter.parkedBehind()).isEqualTo(1);
        assertThat(scene.state("hearing", "m")).isEqualTo("{\"seen\":[\"1:[reject 1|!throw]\"]}");
    }

    @Test
    void a_rejection_waits_behind_a_failed_reaction_of_its_instance() {
        scene = open(Hearing.class).begin("m", "reject 1|b").go("m", "!throw");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=0 unchanged=0 deadLettered=1 rejected=1 parked=1 ignored=0 timedOut=0");
        assertThat(scene.done("m")).isEmpty();
    }

    @Test
    void a_bug_an_unknown_command_and_a_conflict_are_no_answers() {
        scene = open(Hearing.class)
                .begin("a", "bug")
                .begin("b", "!unknown-command")
                .begin("c", "!unreadable")
                .begin("d", "!expecting 7");

        ProcessManagerReport report = scene.run();

        assertThat(report.rejected()).isZero();
        assertThat(scene.letters("hearing"))
                .extracting(DeadLetter::cause)
                .containsExactly(Cause.HANDLER_FAILED, Cause.UNKNOWN_COMMAND, Cause.UNREADABLE, Cause.REJECTED);
    }

    @Test
    void a_command_behind_a_failed_one_is_parked_and_not_rejected() {
        scene = open(Hearing.class).begin("m", "bug", "reject 1|b");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=0 unchanged=0 deadLettered=1 rejected=0 parked=1 ignored=0 timedOut=0");
    }

    @Test
    @DisplayName("where nobody listens a rejection is a dead letter")
    void without_a_method_for_it_a_rejection_is_a_dead_letter() {
        scene = open(Relay.class).begin("m", "reject 1|b");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=0 unchanged=0 deadLettered=1 rejected=0 parked=0 ignored=0 timedOut=0");
    }

    @Test
    void without_key_the_rejection_goes_back_to_the_only_instance_and_its_sequence_is_the_stream() {
        scene = open(Listening.class).begin("m", "reject 1|reject 2|b");

        ProcessManagerReport report = scene.run();

        assertThat(report.rejected()).isEqualTo(2);
        assertThat(scene.done("m")).containsExactly("b");
        assertThat(scene.state("listening", "")).isEqualTo("{\"heard\":[\"reject 1|reject 2|b\",\"reject 2|b\"]}");
        assertThat(scene.systemEvents("$rejections.listening", "source/src")).hasSize(2);
    }

    private Scene open(Class<?>... processManagers) {
        return Scene.open(storage, directory, processManagers);
    }
}
