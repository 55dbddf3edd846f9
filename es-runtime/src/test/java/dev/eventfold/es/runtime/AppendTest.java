package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.SourceEvent;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.domain.Worked;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Events that happened elsewhere. */
@OnEachStorage
class AppendTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.open(storage, directory, Relay.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private AggregateStore store() {
        return scene.store();
    }

    @Test
    @DisplayName("S-17 an event that is appended is part of its stream, and what is decided afterwards rests on it")
    void an_appended_event_is_part_of_its_stream() {
        scene.work("m", "a");

        boolean appended = store().append("m", "their-17", new Worked("b"));

        assertThat(appended).isTrue();
        assertThat(scene.work("m", "version").events().get(0).as(Worked.class)).isEqualTo(new Worked("version 2"));
        assertThat(scene.done("m")).containsExactly("a", "b", "version 2");
        RecordedEvent event = scene.events("machine", "m").get(1);
        assertThat(event.eventId()).isEqualTo("their-17");
        assertThat(event.version()).isEqualTo(2);
        assertThat(event.time()).isEqualTo(Scene.NOW);
        assertThat(event.actor()).isEmpty();
    }

    @Test
    void an_instance_is_read_when_the_first_event_is_appended_and_never_again() {
        scene.close();
        List<StreamId> read = new ArrayList<>();
        scene = Scene.around(
                log -> new PassingLog(log) {
                    @Override
                    public List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
                        read.add(stream);
                        return super.readStream(stream, fromVersion, maxEvents, view);
                    }
                },
                Relay.class);
        store().append("m", "their-0", new Worked("a"));
        assertThat(read).containsOnlyOnce(new StreamId("machine", "m"));
        read.clear();

        store().append("m", "their-1", new Worked("b"));
        store().appendJson("machine", "m", "their-2", "Worked", "{\"task\":\"c\"}");
        assertThat(store().append("m", "their-2", new Worked("again"))).isFalse();
        scene.work("m", "version");

        assertThat(read).isEmpty();
        assertThat(scene.done("m")).containsExactly("a", "b", "c", "version 3");
    }

    @Test
    void an_event_that_cannot_be_applied_is_refused_and_nothing_is_written() {
        scene.work("known", "a");

        for (String instance : List.of("known", "new")) {
            assertThatExceptionOfType(HandlerFailed.class)
                    .isThrownBy(() -> store().append(instance, "their-1", new Worked("unapplicable")))
                    .withMessageContainingAll(
                            "aggregate=machine, instanceId=" + instance + ", event=Worked, eventId=their-1",
                            "cannot apply unapplicable")
                    .withCauseInstanceOf(IllegalStateException.class);
            assertThatExceptionOfType(HandlerFailed.class)
                    .isThrownBy(() -> store().appendJson(
                                    "machine", instance, "their-1", "Worked", "{\"task\":\"unapplicable\"}"));
        }

        assertThat(scene.events("machine", "known")).hasSize(1);
        assertThat(scene.events("machine", "new")).isEmpty();
        assertThat(store().append("known", "their-1", new Worked("b"))).isTrue();
        scene.work("known", "version");
        assertThat(scene.done("known")).containsExactly("a", "b", "version 2");
    }

    @Test
    void an_event_behind_one_that_cannot_be_read_is_refused_with_that_one() {
        Origin origin = new Origin("c", "c", "c", null, null, Map.of());
        NewEvent unknown = new NewEvent("Unknown", 1, Scene.NOW, origin, null, Json.of("{}"));
        scene.log()
                .commit(Commit.of(new StreamAppend(
                        new StreamId("machine", "m"), new ExpectedVersion.Any(), false, List.of(unknown))));
        scene.log().awaitDurable(scene.log().lastCommit());

        assertThatExceptionOfType(UnreadablePayload.class)
                .isThrownBy(() -> store().append("m", "their-1", new Worked("a")))
                .withMessageContainingAll("eventId=their-1", "version=1", "event=Unknown");
        assertThat(scene.events("machine", "m")).hasSize(1);
    }

    @Test
    @DisplayName("S-17 W-08 an event id counts once in its stream, for ever")
    void an_event_id_counts_once_in_its_stream() {
        store().append("m", "their-17", new Worked("a"));

        assertThat(store().append("m", "their-17", new Worked("b"))).isFalse();
        assertThat(store().append("n", "their-17", new Worked("c"))).isTrue();
        scene.reopen(Relay.class);
        assertThat(store().append("m", "their-17", new Worked("d"))).isFalse();

        assertThat(scene.done("m")).containsExactly("a");
        assertThat(scene.done("n")).containsExactly("c");
    }

    @Test
    void a_command_that_writes_nothing_is_answered_on_the_state_with_what_was_appended() {
        scene.work("m", "a");

        store().append("m", "their-17", new Worked("ready"));

        assertThat(scene.work("m", "await b").version()).isEqualTo(3);
        assertThat(scene.work("m", "nothing").version()).isEqualTo(3);
    }

    @Test
    void an_appended_event_counts_in_the_version_that_a_command_expects() {
        scene.work("m", "a");

        store().append("m", "their-17", new Worked("b"));

        assertThat(scene.execute(Commands.to("m", new Work("c")).withExpectedVersion(2))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void the_ids_of_events_and_of_commands_are_apart() {
        store().append("m", "17", new Worked("a"));

        scene.execute(Commands.to("m", new Work("b")).withCommandId("17"));

        assertThat(scene.done("m")).containsExactly("a", "b");
    }

    @Test
    @DisplayName("S-17 process managers react to an appended event")
    void process_managers_react_to_an_appended_event() {
        store().append("src", "their-1", new SourceEvent.Began("k", List.of("a")));

        assertThat(scene.run().dispatched()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void an_event_that_comes_as_json_is_stored_as_it_came() {
        boolean appended =
                store().appendJson("machine", "m", "their-17", "Worked", "{\n  \"task\": \"a\",\n  \"more\": 1\n}");

        assertThat(appended).isTrue();
        assertThat(scene.done("m")).containsExactly("a");
        assertThat(scene.events("machine", "m").get(0).json()).isEqualTo("{   \"task\": \"a\",   \"more\": 1 }");
    }

    @Test
    void json_that_does_not_fit_is_refused_and_nothing_is_written() {
        assertThatExceptionOfType(UnreadablePayload.class)
                .isThrownBy(() -> store().appendJson("machine", "m", "their-17", "Worked", "{\"tusk\":\"a\"}"))
                .withMessageContaining("aggregate=machine, instanceId=m, event=Worked, eventId=their-17")
                .withMessageContaining("task");
        assertThatExceptionOfType(UnreadablePayload.class)
                .isThrownBy(() -> store().appendJson("machine", "m", "their-17", "Worked", "{"));
        assertThat(scene.events("machine", "m")).isEmpty();
        assertThat(store().appendJson("machine", "m", "their-17", "Worked", "{\"task\":\"a\"}"))
                .isTrue();
    }

    @Test
    void what_nobody_applies_is_refused_with_what_was_meant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().append("m", "1", "text"))
                .withMessageContaining("class=java.lang.String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().appendJson("machin", "m", "1", "Worked", "{}"))
                .withMessageContaining("did you mean: machine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().appendJson("machine", "m", "1", "Workd", "{}"))
                .withMessageContaining("did you mean: Worked");
        assertThatIllegalArgumentException().isThrownBy(() -> store().append("m", "", new Worked("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> store().append("\ud800", "1", new Worked("a")));
    }

    @Test
    void of_many_who_append_the_same_event_one_writes_it() {
        Set<String> winners = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 200).parallel().forEach(n -> {
            if (store().append("m", "id-" + n % 20, new Worked("w" + n % 20))) {
                winners.add("w" + n % 20);
            }
        });

        assertThat(winners).hasSize(20);
        assertThat(scene.done("m")).containsExactlyInAnyOrderElementsOf(winners);
    }
}
