package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.domain.Census;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Count;
import dev.eventfold.es.runtime.domain.Counted;
import dev.eventfold.es.runtime.domain.Tally;
import dev.eventfold.es.runtime.domain.Tallying;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Payloads that were stored under other names and in other shapes. */
@OnEachStorage
class EvolutionTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.open(storage, directory, Tallying.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void stored(String name, int schema, String json) {
        stored("tally", name, schema, json);
    }

    private void stored(String aggregate, String name, int schema, String json) {
        Origin origin = new Origin("c" + json.hashCode(), "c", "c", null, null, Map.of());
        NewEvent event = new NewEvent(name, schema, Scene.NOW, origin, null, Json.of(json));
        scene.log()
                .commit(Commit.of(new StreamAppend(
                        new StreamId(aggregate, "t"), new ExpectedVersion.Any(), false, List.of(event))));
        scene.log().awaitDurable(scene.log().lastCommit());
    }

    @Test
    void an_event_is_stored_with_the_version_of_its_shape() {
        scene.execute(Commands.to("t", new Count(1)));

        assertThat(scene.events("tally", "t"))
                .extracting(RecordedEvent::schemaVersion)
                .containsExactly(3);
    }

    @Test
    void older_shapes_and_names_are_read_as_the_present_one_and_shown_as_stored() {
        stored("Kounted", 1, "{\"text\":\"4\"}");
        stored("Counted", 2, "{\"amount\":5}");
        scene.execute(Commands.to("t", new Count(6)));

        assertThat(scene.store().state(Tally.class, "t").sum()).isEqualTo("+4piece+5piece+6box");
        RecordedEvent first = scene.events("tally", "t").get(0);
        assertThat(first.as(Counted.class)).isEqualTo(new Counted(4, "piece"));
        assertThat(first.event()).isEqualTo("Kounted");
        assertThat(first.schemaVersion()).isEqualTo(1);
        assertThat(first.json()).isEqualTo("{\"text\":\"4\"}");
    }

    @Test
    void reactions_get_older_shapes_and_names_too() {
        stored("Kounted", 1, "{\"text\":\"4\"}");
        stored("Counted", 2, "{\"amount\":5}");

        scene.run();

        assertThat(scene.done("t")).containsExactly("4piece", "4piece 5piece");
    }

    @Test
    void a_reaction_to_an_event_of_any_aggregate_gets_older_names_of_the_aggregate_that_has_them() {
        scene.reopen(Census.class);
        stored("Kounted", 1, "{\"text\":\"4\"}");
        stored("poll", "Kounted", 1, "{}");
        stored("poll", "Counted", 1, "{}");
        stored("Counted", 2, "{\"amount\":5}");

        scene.run();

        assertThat(scene.done("t"))
                .containsExactly(
                        "tally/Kounted", "tally/Kounted poll/Counted", "tally/Kounted poll/Counted tally/Counted");
    }

    @Test
    void a_later_shape_is_refused() {
        stored("Counted", 4, "{}");

        assertThatThrownBy(() -> scene.store().state(Tally.class, "t"))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll("stream=tally/t", "schemaVersion=4", "known=3", "@Upcasts(from = 3)");
    }

    @Test
    void a_failing_upcaster_is_an_unreadable_payload() {
        stored("Counted", 2, "{\"amount\":-1}");

        assertThatThrownBy(() -> scene.store().state(Tally.class, "t"))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll("an upcaster failed", "@Upcasts(from = 2)", "negative");
        scene.run();
        assertThat(scene.letters("tallying"))
                .extracting(DeadLetter::cause)
                .containsExactly(DeadLetter.Cause.UNREADABLE);
    }

    @Test
    void a_former_name_of_a_command_is_understood() {
        scene.execute(CommandEnvelope.ofJson("tally", "t", "Kount", "{\"amount\":7}"));

        assertThat(scene.store().state(Tally.class, "t").sum()).isEqualTo("+7box");
    }

    @Test
    void older_state_of_a_process_manager_is_read_and_written_in_the_present_shape() {
        RowKey key = new RowKey("tallying", 1, "");
        Row row = new Row(key, 1, Blocked.NO, Json.of("{\"last\":\"old\"}"));
        scene.log().commit(new Commit(List.of(), List.of(new RowChange.Put(row, 0)), null));
        scene.execute(Commands.to("t", new Count(1)));

        scene.run();

        assertThat(scene.done("t")).containsExactly("old 1box");
        assertThat(scene.row("tallying", "").orElseThrow().schema()).isEqualTo(2);
        assertThat(scene.state("tallying", "")).isEqualTo("{\"seen\":[\"old\",\"1box\"]}");
    }
}
