package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EsException;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.domain.Either;
import dev.eventfold.es.runtime.domain.Folding;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What is seen of process instances from outside. */
@OnEachStorage
class ProcessInstancesTest {
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

    private ProcessInstance find(String processManager, String key) {
        return scene.store().processes(processManager).find(key).orElseThrow();
    }

    private List<String> keys(String processManager) {
        try (Stream<String> keys = scene.store().processes(processManager).keys()) {
            return keys.sorted().toList();
        }
    }

    private long position(int version) {
        return scene.events("source", Scene.SOURCE).get(version - 1).position();
    }

    @Test
    void an_instance_shows_what_it_remembers_and_when_it_began() {
        open(Either.class);
        scene.begin("k", "a").begin("other").go("k", "b").run();

        ProcessInstance instance = find("either", "k");

        assertThat(instance.key()).isEqualTo("k");
        assertThat(instance.started()).isEqualTo(Scene.NOW);
        assertThat(instance.lastPosition()).isEqualTo(position(3));
        assertThat(instance.stateJson()).isEqualTo("{\"seen\":[\"1:[a]\",\"3:[b]\"]}");
        assertThat(instance.state(Either.class).seen()).containsExactly("1:[a]", "3:[b]");
        assertThat(instance.timeouts()).isEmpty();
        assertThat(instance.parked()).isEmpty();
    }

    @Test
    void the_keys_are_those_of_the_instances_that_live() {
        open(Relay.class);
        scene.begin("a").begin("").begin("b/c").begin("ended").finish("ended").begin("never", "!throw");

        scene.run();

        assertThat(keys("relay")).containsExactly("", "a", "b/c");
        assertThat(scene.store().processes("relay").find("ended")).isEmpty();
        assertThat(scene.store().processes("relay").find("never")).isEmpty();
        assertThat(scene.store().processes("relay").find("unknown")).isEmpty();
    }

    @Test
    void what_it_has_sent_that_waits_is_shown_in_order_and_outlives_it() {
        open(Relay.class);
        scene.begin("k", "reject", "a").go("k", "b").go("other", "c").run();

        assertThat(find("relay", "k").parked())
                .extracting(CommandEnvelope::instanceId, CommandEnvelope::payload)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("k", "{\"task\":\"a\"}"),
                        org.assertj.core.groups.Tuple.tuple("k", "{\"task\":\"b\"}"));
    }

    @Test
    void the_last_position_is_that_of_the_last_event_that_changed_it() {
        open(Folding.class);
        scene.begin("k", "a").run();
        long changed = find("folding", "k").lastPosition();

        scene.go("k").run();

        assertThat(changed).isEqualTo(position(1));
        assertThat(find("folding", "k").lastPosition()).isEqualTo(changed);
    }

    @Test
    void one_that_ended_and_began_again_is_another_though_it_looks_the_same() {
        Instant[] now = {Scene.NOW};
        scene = Scene.ticking(storage, directory, () -> now[0], Folding.class);
        scene.begin("k", "a").run();
        now[0] = Scene.NOW.plusSeconds(5);
        scene.finish("k").begin("k", "a");

        scene.run();

        assertThat(find("folding", "k").started()).isEqualTo(Scene.NOW.plusSeconds(5));
        assertThat(find("folding", "k").lastPosition()).isEqualTo(position(3));
    }

    @Test
    void what_it_is_is_the_same_after_the_store_is_opened_again() {
        Instant[] now = {Scene.NOW};
        scene = Scene.ticking(storage, directory, () -> now[0], Either.class);
        scene.begin("k", "a").run();
        now[0] = Scene.NOW.plusSeconds(5);
        scene.go("k", "b").run();
        scene.reopen(Either.class);

        assertThat(find("either", "k").started()).isEqualTo(Scene.NOW);
        assertThat(find("either", "k").lastPosition()).isEqualTo(position(2));
    }

    @Test
    void without_key_there_is_always_one() {
        open(Single.class);

        assertThat(keys("single")).containsExactly("");
        assertThat(find("single", "").stateJson()).isEqualTo("{\"seen\":0}");
        assertThat(find("single", "").started()).isEqualTo(Scene.NOW);
        assertThat(find("single", "").lastPosition()).isZero();
        assertThat(scene.store().processes("single").find("k")).isEmpty();

        scene.begin("x", "reject", "a").begin("y", "b").run();

        assertThat(keys("single")).containsExactly("");
        assertThat(find("single", "").stateJson()).isEqualTo("{\"seen\":2}");
        assertThat(find("single", "").lastPosition()).isEqualTo(position(2));
        assertThat(find("single", "").parked())
                .extracting(CommandEnvelope::payload)
                .containsExactly("{\"task\":\"a\"}", "{\"task\":\"b\"}");
    }

    @Test
    void one_that_is_no_longer_in_the_program_can_still_be_looked_at() {
        open(Relay.class);
        scene.begin("k", "a").run();
        scene.reopen();

        ProcessInstance instance = find("relay", "k");

        assertThat(keys("relay")).containsExactly("k");
        assertThat(instance.stateJson()).isEqualTo("{\"seen\":[\"1:[a]\"]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instance.state(Relay.class))
                .withMessageContainingAll(Relay.class.getName(), "none in the program");
    }

    @Test
    void what_is_asked_wrongly_is_an_error_that_says_so() {
        open(Relay.class);
        scene.begin("k").run();

        assertThatThrownBy(() -> scene.store().processes("rely"))
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll("processManager=rely", "did you mean: relay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find("relay", "k").state(Either.class))
                .withMessageContainingAll(Either.class.getName(), Relay.class.getName());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.store().processes("relay").find("x".repeat(1_025)));
    }

    @Test
    void a_state_that_cannot_be_read_is_shown_as_stored_and_names_rebuild() {
        open(Relay.class);
        scene.begin("k").run();
        RowKey key = new RowKey("relay", 1, "k");
        long version = scene.log().row(key).orElseThrow().version();
        Row unreadable = new Row(key, 1, Blocked.NO, Json.of("{\"gone\":1}"));
        scene.log().commit(new Commit(List.of(), List.of(new RowChange.Put(unreadable, version)), null));

        ProcessInstance instance = find("relay", "k");

        assertThat(instance.stateJson()).isEqualTo("{\"gone\":1}");
        assertThatThrownBy(() -> instance.state(Relay.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll("processManager=relay", "key=k", "rebuild", "@Upcasts");
    }
}
