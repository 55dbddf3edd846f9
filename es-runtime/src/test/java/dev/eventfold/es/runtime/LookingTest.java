package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.domain.Machine;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Source;
import dev.eventfold.es.runtime.domain.Worked;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a store shows: states, streams and events. */
@OnEachStorage
class LookingTest {
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

    @Test
    void a_state_is_the_callers_own() {
        scene.work("m", "a");
        Machine mine = scene.store().state(Machine.class, "m");
        mine.done().clear();

        scene.work("m", "b");

        assertThat(mine.done()).isEmpty();
        assertThat(scene.done("m")).containsExactly("a", "b");
    }

    @Test
    @DisplayName("S-14 the state of an instance without events is that of the constructor, and makes no stream")
    void the_state_of_an_instance_without_events_is_that_of_the_constructor() {
        Versioned<Source> loaded = scene.store().load(Source.class, "nobody");

        assertThat(loaded).isEqualTo(new Versioned<>(new Source(), 0));
        assertThat(scene.store().streams("source")).isEmpty();
    }

    @Test
    void a_loaded_state_says_its_version() {
        scene.begin("k").go("k");

        assertThat(scene.store().load(Source.class, Scene.SOURCE)).isEqualTo(new Versioned<>(new Source(2), 2));
    }

    @Test
    void the_state_of_what_is_no_aggregate_is_refused() {
        assertThatThrownBy(() -> scene.store().state(String.class, "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("java.lang.String", Machine.class.getName());
        assertThatThrownBy(() -> scene.store().state(Machine.class, "\uDC00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("S-15 streams are listed sorted, without the system's")
    void streams_are_listed_sorted() {
        for (String machine : List.of("z", "a/b", "", "M", "..")) {
            scene.work(machine, "a");
        }

        try (Stream<String> streams = scene.store().streams("machine")) {
            assertThat(streams).containsExactly("", "..", "M", "a/b", "z");
        }
        assertThat(scene.store().streams("unknown")).isEmpty();
        assertThat(scene.store().streams("$process-managers")).isEmpty();
    }

    @Test
    @DisplayName("S-15 events of a stream are read in order; of none, empty")
    void events_of_a_stream_are_read_in_order() {
        for (int i = 0; i < 600; i++) {
            scene.work("m", "t" + i);
        }

        List<RecordedEvent> events = scene.events("machine", "m");

        assertThat(events).hasSize(600);
        assertThat(events)
                .extracting(RecordedEvent::version)
                .startsWith(1L, 2L, 3L)
                .endsWith(600L);
        assertThat(events.get(599).as(Worked.class)).isEqualTo(new Worked("t599"));
        assertThat(scene.events("machine", "nobody")).isEmpty();
        assertThat(scene.events("$process-managers", "relay")).isEmpty();
    }

    @Test
    void events_of_all_streams_are_read_in_order_of_position_without_the_systems() {
        scene.work("a", "1");
        scene.begin("k", "reject").run();
        scene.work("b", "2");

        List<RecordedEvent> events = scene.store().events(0, 0).toList();

        assertThat(events).extracting(RecordedEvent::event).containsExactly("Worked", "Began", "Worked");
        assertThat(events).extracting(RecordedEvent::position).containsExactly(2L, 3L, 5L);
        assertThat(scene.store().events(0, 3))
                .extracting(RecordedEvent::instanceId)
                .containsExactly("b");
        assertThat(scene.store().events(0, 99)).isEmpty();
    }

    @Test
    void a_payload_is_decoded_anew_each_time_and_an_unfitting_class_is_refused() {
        RecordedEvent event = scene.work("m", "a").events().get(0);

        assertThat(event.as(Worked.class)).isEqualTo(event.as(Worked.class)).isNotSameAs(event.as(Worked.class));
        assertThatThrownBy(() -> event.as(Source.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll("stream=machine/m", "version=1", "event=Worked");
    }
}
