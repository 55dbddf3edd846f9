package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.UnknownCommand;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.VersionConflict;
import dev.eventfold.es.runtime.domain.Broken;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Machine;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.domain.Worked;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachStorage
class ExecuteTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.open(storage, directory);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void an_accepted_command_writes_its_events_and_says_so() {
        CommandResult result = scene.work("m", "twice");

        assertThat(result.version()).isEqualTo(2);
        assertThat(result.instanceId()).isEqualTo("m");
        assertThat(result.duplicate()).isFalse();
        assertThat(result.events()).extracting(RecordedEvent::version).containsExactly(1L, 2L);
        assertThat(result.events().get(1).as(Worked.class)).isEqualTo(new Worked("twice again"));
        assertThat(scene.done("m")).containsExactly("twice", "twice again");
    }

    @Test
    @DisplayName("S-21 an event carries its name, ids, flow, actor, metadata and time")
    void an_event_carries_where_it_comes_from() {
        CommandEnvelope command = Commands.to("m", new Work("a"))
                .withCommandId("id-1")
                .withCorrelationId("flow-1")
                .withActor("alice")
                .withMetadata("tenant", "t1")
                .withMetadata("device", "d1");

        RecordedEvent event = scene.execute(command).events().get(0);

        assertThat(event.event()).isEqualTo("Worked");
        assertThat(event.aggregate()).isEqualTo("machine");
        assertThat(event.instanceId()).isEqualTo("m");
        assertThat(event.eventId()).isEqualTo("id-1.0");
        assertThat(event.correlationId()).isEqualTo("flow-1");
        assertThat(event.causationId()).isEqualTo("id-1");
        assertThat(event.actor()).contains("alice");
        assertThat(event.metadata()).containsExactly(Map.entry("tenant", "t1"), Map.entry("device", "d1"));
        assertThat(event.time()).isEqualTo(Scene.NOW);
        assertThat(event.json()).isEqualTo("{\"task\":\"a\"}");
        assertThat(event.schemaVersion()).isEqualTo(1);
        assertThat(event.key()).isEmpty();
        assertThat(event.partition()).isZero();
        assertThat(scene.events("machine", "m")).singleElement().satisfies(stored -> {
            assertThat(stored.position()).isEqualTo(event.position());
            assertThat(stored.metadata()).isEqualTo(event.metadata());
            assertThat(stored.time()).isEqualTo(Scene.NOW);
        });
    }

    @Test
    void a_first_command_begins_a_flow_of_its_own() {
        CommandResult result = scene.work("m", "a");

        assertThat(result.correlationId()).isEqualTo(result.commandId());
        assertThat(result.events().get(0).causationId()).isEqualTo(result.commandId());
        assertThat(result.events().get(0).actor()).isEmpty();
        assertThat(result.events().get(0).metadata()).isEmpty();
    }

    @Test
    void ids_that_the_store_makes_are_sixteen_characters_and_never_the_same() {
        Set<String> ids = new HashSet<>();

        for (int i = 0; i < 500; i++) {
            ids.add(scene.work("m" + i, "nothing").commandId());
        }

        assertThat(ids).hasSize(500).allMatch(id -> id.matches("[0-9a-hjkmnp-tv-z]{16}"));
    }

    @Test
    @DisplayName("S-20 a command without events is accepted and writes nothing")
    void a_command_without_events_is_accepted() {
        scene.work("m", "a");

        CommandResult result = scene.work("m", "nothing");

        assertThat(result.version()).isEqualTo(1);
        assertThat(result.events()).isEmpty();
        assertThat(scene.everything()).containsExactly("Worked machine/m");
    }

    @Test
    @DisplayName("S-20 a rejection is thrown as it is, and writes nothing")
    void a_rejection_is_thrown_as_it_is() {
        assertThatThrownBy(() -> scene.work("m", "reject it"))
                .isInstanceOf(Broken.class)
                .hasMessage("cannot: reject it")
                .extracting(e -> ((CommandRejected) e).code())
                .isEqualTo("Broken");
        assertThat(scene.everything()).isEmpty();
    }

    @Test
    @DisplayName("W-21 a bug in a handler is the caller's error and harms nobody else")
    void a_bug_in_a_handler_is_the_callers_error() {
        scene.work("m", "a");

        for (String task : List.of("bug", "null", "overflow")) {
            assertThatThrownBy(() -> scene.work("m", task))
                    .isInstanceOf(HandlerFailed.class)
                    .hasMessageContainingAll("aggregate=machine", "instanceId=m", "command=Work", "version=1")
                    .cause()
                    .isInstanceOfAny(
                            IllegalArgumentException.class, NullPointerException.class, StackOverflowError.class);
        }

        scene.work("m", "b");
        assertThat(scene.done("m")).containsExactly("a", "b");
    }

    @Test
    void an_error_out_of_a_handler_passes_as_it_is() {
        assertThatThrownBy(() -> scene.work("m", "error")).isInstanceOf(LinkageError.class);

        assertThat(scene.work("m", "a").version()).isEqualTo(1);
    }

    @Test
    @DisplayName("W-13 an event that cannot be applied is never written, nor are the others of its command")
    void an_event_that_cannot_be_applied_is_never_written() {
        scene.work("m", "a");

        assertThatThrownBy(() -> scene.work("m", "unapplicable"))
                .isInstanceOf(HandlerFailed.class)
                .hasMessageContaining("stream=machine/m")
                .hasRootCauseInstanceOf(IllegalStateException.class);

        scene.work("m", "b");
        assertThat(scene.done("m")).containsExactly("a", "b");
    }

    @Test
    @DisplayName("what a failing handler did to the state is dropped")
    void what_a_failing_handler_did_to_the_state_is_dropped() {
        scene.work("m", "a");
        assertThatThrownBy(() -> scene.work("m", "reject")).isInstanceOf(Broken.class);

        scene.work("m", "version");

        assertThat(scene.done("m")).containsExactly("a", "version 1");
        assertThat(scene.store().state(Machine.class, "m").handled()).isZero();
    }

    @Test
    void an_applier_is_told_the_version_and_position_that_the_event_gets() {
        scene.work("other", "a");
        scene.work("m", "twice");
        scene.work("m", "b");

        List<String> places = scene.events("machine", "m").stream()
                .map(event -> event.version() + "@" + event.position())
                .toList();

        assertThat(scene.store().state(Machine.class, "m").contexts()).isEqualTo(places);
    }

    @Test
    @DisplayName("S-09 a command that came as JSON is read, and refused precisely when it does not fit")
    void a_command_that_came_as_json_is_read() {
        scene.execute(CommandEnvelope.ofJson("machine", "m", "Work", "{\"task\":\"json\"}"));

        assertThat(scene.done("m")).containsExactly("json");
        assertThatThrownBy(() -> scene.execute(CommandEnvelope.ofJson("machine", "m", "Work", "{\"tusk\":\"json\"}")))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll("aggregate=machine", "command=Work", "path=task");
        assertThatThrownBy(() -> scene.execute(CommandEnvelope.ofJson("machine", "m", "Work", "{\"task\":")))
                .isInstanceOf(UnreadablePayload.class);
        assertThatThrownBy(() -> scene.execute(CommandEnvelope.ofJson("machine", "m", "Work", "{\"task\":\"\uD800\"}")))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContaining("half a surrogate pair");
    }

    @Test
    @DisplayName("S-19 an unknown name is an error that names the near one")
    void an_unknown_name_is_an_error_that_names_the_near_one() {
        assertThatThrownBy(() -> scene.execute(CommandEnvelope.ofJson("machin", "m", "Work", "{}")))
                .isInstanceOf(UnknownCommand.class)
                .hasMessageContainingAll("aggregate=machin", "did you mean: machine");
        assertThatThrownBy(() -> scene.execute(CommandEnvelope.ofJson("machine", "m", "Wrok", "{}")))
                .isInstanceOf(UnknownCommand.class)
                .hasMessageContainingAll("command=Wrok", "did you mean: Work");
        assertThatThrownBy(() -> scene.execute(CommandEnvelope.ofJson("nothing-like-it", "m", "Work", "{}")))
                .hasMessageContaining("known: [machine, meddler, source, tally]");
    }

    @Test
    void an_expected_version_must_be_met() {
        scene.execute(Commands.to("m", new Work("a")).withExpectedVersion(0));
        scene.execute(Commands.to("m", new Work("b")).withExpectedVersion(1));

        assertThatThrownBy(() -> scene.execute(Commands.to("m", new Work("c")).withExpectedVersion(1)))
                .isInstanceOf(VersionConflict.class)
                .hasMessageContainingAll("stream=machine/m", "expected=1", "actual=2");
        assertThatThrownBy(() -> scene.execute(Commands.to("m", new Work("c")).withExpectedVersion(0)))
                .isInstanceOf(VersionConflict.class);
        assertThat(scene.done("m")).containsExactly("a", "b");
    }

    @Test
    @DisplayName("W-08 a command id that was given counts once in its stream, after a restart too (R14)")
    void a_given_command_id_counts_once() {
        CommandResult first = scene.execute(Commands.to("m", new Work("twice")).withCommandId("id"));
        scene.work("m", "b");
        scene.reopen();

        CommandResult again = scene.execute(Commands.to("m", new Work("other")).withCommandId("id"));

        assertThat(again.duplicate()).isTrue();
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.commandId()).isEqualTo("id");
        assertThat(again.correlationId()).isEqualTo(first.correlationId());
        assertThat(again.events())
                .extracting(RecordedEvent::json)
                .containsExactly("{\"task\":\"twice\"}", "{\"task\":\"twice again\"}");
        assertThat(scene.done("m")).containsExactly("twice", "twice again", "b");
    }

    @Test
    void the_same_command_id_to_another_stream_is_another_command() {
        scene.execute(Commands.to("m", new Work("a")).withCommandId("id"));

        assertThat(scene.execute(Commands.to("n", new Work("a")).withCommandId("id"))
                        .duplicate())
                .isFalse();
    }

    @Test
    void a_command_that_was_refused_or_wrote_nothing_is_decided_again() {
        assertThatThrownBy(
                        () -> scene.execute(Commands.to("m", new Work("reject")).withCommandId("id")))
                .isInstanceOf(Broken.class);
        scene.execute(Commands.to("m", new Work("nothing")).withCommandId("id"));

        assertThat(scene.execute(Commands.to("m", new Work("a")).withCommandId("id"))
                        .duplicate())
                .isFalse();
        assertThat(scene.execute(Commands.to("m", new Work("a")).withCommandId("id"))
                        .duplicate())
                .isTrue();
    }

    @Test
    @DisplayName("S-18 actor, correlation id and metadata reach the handler")
    void the_context_reaches_the_handler() {
        scene.execute(Commands.to("m", new Work("flow"))
                .withCommandId("id")
                .withCorrelationId("flow")
                .withActor("alice")
                .withMetadata("k", "v"));

        assertThat(scene.done("m")).containsExactly("id flow id alice {k=v}");
    }

    @Test
    void a_command_beyond_what_a_commit_holds_is_refused_with_both_numbers() {
        assertThatThrownBy(() -> scene.work("m", "many 100001"))
                .isInstanceOf(HandlerFailed.class)
                .hasMessageContainingAll("100001", "100000");
        assertThatThrownBy(() -> scene.work("m", "huge 70000000"))
                .isInstanceOf(HandlerFailed.class)
                .hasMessageContainingAll("bytes=70000", "most=" + (64 << 20));

        assertThat(scene.work("m", "a").version()).isEqualTo(1);
    }
}
