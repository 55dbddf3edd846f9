package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.EsException;
import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.ConsumerStatus.State;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Machine;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.domain.Progress;
import dev.eventfold.es.runtime.domain.Recorder;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Summary;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What projections show. */
@OnEachStorage
@Timeout(60)
class ProjectionTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @AfterEach
    void close() {
        scene.close();
    }

    private void open(Class<?>... consumers) {
        scene = Scene.open(storage, directory, consumers);
    }

    private Summary summary() {
        return scene.store().projection(Summary.class);
    }

    private Optional<Progress> progress(String key) {
        return scene.store().projection(Progress.class, key);
    }

    /** An event that no program of today writes. */
    private void append(String event, String json) {
        Origin origin = new Origin("c", "c", "c", null, null, Map.of());
        NewEvent foreign = new NewEvent(event, 1, Scene.NOW, origin, null, Json.of(json));
        StreamId stream = new StreamId("source", Scene.SOURCE);
        scene.log().commit(Commit.of(new StreamAppend(stream, new ExpectedVersion.Any(), false, List.of(foreign))));
        scene.log().awaitDurable(scene.log().lastCommit());
    }

    private ConsumerStatus status(String consumer) {
        return scene.store().status().stream()
                .filter(status -> status.consumer().equals(consumer))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("S-16 it shows every commit before the call")
    void it_shows_every_commit_before_the_call() {
        open(Relay.class, Summary.class);

        assertThat(summary().events()).isZero();
        scene.begin("k", "a");
        assertThat(summary().events()).isEqualTo(1);
        scene.go("k", "b").run();
        scene.work("m", "twice");

        assertThat(summary().events()).isEqualTo(2);
        assertThat(summary().done()).containsExactly("k:a", "k:b", "m:twice", "m:twice again");
    }

    @Test
    void it_shows_what_was_executed_without_waiting_when_the_answer_is_there() {
        open(Summary.class);
        List<CompletableFuture<CommandResult>> answers = IntStream.range(0, 50)
                .mapToObj(n -> scene.store().executeAsync(Commands.to("m" + n, new Work("t"))))
                .toList();

        answers.forEach(CompletableFuture::join);

        assertThat(summary().done()).hasSize(50);
    }

    @Test
    void one_with_keys_has_a_state_for_each_key_and_an_event_may_be_for_several() {
        open(Progress.class);
        scene.begin("k").go("j").tell(List.of("k", "i", "k"));

        assertThat(progress("k").orElseThrow().seen()).containsExactly("k@1", "k@3");
        assertThat(progress("j").orElseThrow().seen()).containsExactly("j@2");
        assertThat(progress("i").orElseThrow().seen()).containsExactly("i@3");
        assertThat(progress("none")).isEmpty();
    }

    @Test
    @DisplayName("S-16 what is handed out is a copy")
    void what_it_hands_out_never_changes_afterwards_and_changes_nobody_else() {
        open(Summary.class);
        scene.work("m", "a");
        Summary first = summary();
        scene.work("m", "b");
        Summary second = summary();
        second.done().add("by the caller");

        assertThat(first.done()).containsExactly("m:a");
        assertThat(summary().done()).containsExactly("m:a", "m:b");
    }

    @Test
    @DisplayName("S-16 a class that is no projection is refused")
    void the_class_and_the_key_must_fit() {
        open(Summary.class, Progress.class);

        assertThatThrownBy(() -> scene.store().projection(Machine.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("no projection", Machine.class.getName(), Summary.class.getName());
        assertThatThrownBy(() -> scene.store().projection(Progress.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("for each key", "projection=progress");
        assertThatThrownBy(() -> scene.store().projection(Summary.class, "k"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("has no keys", "projection=summary", "key=k");
        assertThatThrownBy(() -> progress("\uD800")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_that_throws_stands_before_the_event_until_it_is_mended() {
        open(Summary.class);
        scene.begin("k", "a").work("m", "before");
        assertThat(summary().events()).isEqualTo(1);
        scene.work("m", "also before");
        scene.go("k", "!broken projection").work("m", "after");

        for (int n = 0; n < 2; n++) {
            assertThatThrownBy(this::summary)
                    .isInstanceOf(HandlerFailed.class)
                    .hasMessageContainingAll(
                            "projection=summary",
                            "stream=source/src",
                            "version=2",
                            "position=4",
                            "event=Went",
                            "not mended");
        }
        assertThat(status("summary").state()).isEqualTo(State.FAILED);
        assertThat(status("summary").error().orElseThrow()).contains("not mended");
        Mending.mend("projection");
        try {
            assertThat(summary().events()).isEqualTo(2);
            assertThat(summary().done()).containsExactly("m:before", "m:also before", "m:after");
            assertThat(status("summary").error()).isEmpty();
        } finally {
            Mending.undo("projection");
        }
    }

    @Test
    void a_failure_of_one_holds_up_no_other() {
        open(Relay.class, Summary.class, Progress.class);
        scene.begin("k", "!throw").begin("j", "a").run();

        assertThatThrownBy(this::summary).isInstanceOf(HandlerFailed.class);

        assertThat(progress("k").orElseThrow().seen()).containsExactly("k@1");
        assertThat(scene.done("j")).containsExactly("a");
    }

    @Test
    void an_event_that_cannot_be_read_is_named() {
        open(Summary.class);
        scene.begin("k");
        append("Went", "{\"key\":\"k\",\"tasks\":7}");

        assertThatThrownBy(this::summary)
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll("projection=summary", "stream=source/src", "version=2", "tasks");
    }

    @Test
    @DisplayName("S-23 it goes on where it was when the store is opened again")
    void it_goes_on_where_it_was_when_the_store_is_opened_again() {
        open(Summary.class, Progress.class);
        scene.begin("k", "a").work("m", "b");
        summary();
        progress("k");

        scene.reopen(Summary.class, Progress.class);

        long head = scene.log().head(0, View.DURABLE);
        assertThat(status("summary").position()).isEqualTo(storage == Storage.FILES ? head : 0);
        scene.go("k");
        assertThat(summary().events()).isEqualTo(2);
        assertThat(summary().done()).containsExactly("m:b");
        assertThat(progress("k").orElseThrow().seen()).containsExactly("k@1", "k@2");
    }

    @Test
    void another_version_is_folded_from_the_beginning() {
        open(Summary.class);
        scene.begin("k", "a").work("m", "b");
        summary();

        scene.reopenProjections(2, Summary.class);

        assertThat(status("summary").position()).isZero();
        assertThat(summary().done()).containsExactly("m:b");
        scene.reopenProjections(2, Summary.class);
        assertThat(status("summary").position()).isEqualTo(storage == Storage.FILES ? 2 : 0);
    }

    @Test
    @DisplayName("S-16 a projection can be rebuilt")
    void it_can_be_rebuilt() {
        open(Summary.class, Progress.class, Relay.class);
        scene.begin("k", "a").work("m", "b");
        progress("k");

        RebuildReport report = scene.store().rebuild("summary");

        assertThat(report.processManager()).isEqualTo("summary");
        assertThat(report.events()).isEqualTo(2);
        assertThat(report.rows()).isEqualTo(1);
        assertThat(scene.store().rebuild("progress").events()).isEqualTo(1);
        assertThat(summary().done()).containsExactly("m:b");
    }

    @Test
    void whoever_wants_to_rebuild_what_is_not_there_is_told_what_can_be_rebuilt() {
        open(Summary.class, Progress.class, Relay.class, Recorder.class);

        assertThatThrownBy(() -> scene.store().rebuild("sumary"))
                .isInstanceOf(EsException.class)
                .hasMessage("there is no such process manager or projection: consumer=sumary, did you mean: summary");
        assertThatThrownBy(() -> scene.store().rebuild("rely")).hasMessageEndingWith("did you mean: relay");
        assertThatThrownBy(() -> scene.store().rebuild("nobody"))
                .hasMessageEndingWith("known: [progress, relay, summary]");
        assertThatThrownBy(() -> scene.store().rebuild("recorder"))
                .isInstanceOf(EsException.class)
                .hasMessage(
                        "a subscriber has no state to rebuild, and what it was given stays given: subscriber=recorder");
        assertThatThrownBy(() -> scene.store().deadLetters("recordr"))
                .hasMessage("there is no such process manager or subscriber: consumer=recordr, did you mean: recorder");
    }

    @Test
    void status_says_how_far_it_has_come() {
        open(Relay.class, Summary.class);
        scene.begin("k", "a").go("k");

        assertThat(scene.store().status()).extracting(ConsumerStatus::consumer).containsExactly("relay", "summary");
        assertThat(status("summary"))
                .returns(0L, ConsumerStatus::position)
                .returns(scene.log().head(0, View.DURABLE), ConsumerStatus::lag)
                .returns(State.NOT_RUNNING, ConsumerStatus::state);
        summary();
        assertThat(status("summary"))
                .returns(scene.log().head(0, View.DURABLE), ConsumerStatus::position)
                .returns(0L, ConsumerStatus::lag);
        assertThat(status("summary").toString()).isEqualTo("summary NOT_RUNNING: position=3 lag=0");
    }

    @Test
    void it_follows_the_log_while_process_managers_run() throws InterruptedException {
        open(Relay.class, Summary.class);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            assertThat(status("summary").state()).isEqualTo(State.RUNNING);
            CommandResult begun =
                    scene.execute(Commands.to(Scene.SOURCE, new SourceCommand.Begin("k", List.of("a", "b"))));
            assertThat(running.awaitFlow(begun, Duration.ofSeconds(50))).isTrue();

            while (status("summary").position() < scene.log().head(0, View.DURABLE)) {
                Thread.onSpinWait();
            }
            assertThat(summary().done()).containsExactly("k:a", "k:b");
        }
        assertThat(status("summary").state()).isEqualTo(State.NOT_RUNNING);
    }

    @Test
    void it_is_followed_no_more_when_it_fails_until_it_works_again() {
        open(Summary.class, Progress.class);
        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            scene.begin("k", "!broken followed");
            while (status("summary").state() != State.FAILED
                    || status("progress").lag() > 0) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(this::summary).isInstanceOf(HandlerFailed.class);
            Mending.mend("followed");

            assertThat(summary().events()).isEqualTo(1);
            scene.go("k");
            while (status("summary").position() < 2) {
                Thread.onSpinWait();
            }
            assertThat(running).isNotNull();
        } finally {
            Mending.undo("followed");
        }
    }

    @Test
    void nothing_of_it_is_in_the_log() {
        open(Summary.class);
        scene.begin("k");
        List<String> before = scene.everything();

        summary();
        scene.store().rebuild("summary");
        scene.reopen(Summary.class);

        assertThat(scene.everything()).isEqualTo(before);
    }

    @Test
    void it_moves_no_more_when_the_store_is_closed() {
        open(Summary.class);
        summary();
        scene.close();

        assertThatThrownBy(this::summary).isInstanceOf(StoreClosed.class);
    }

    @Test
    void it_folds_on_states_that_it_keeps_as_json_only() {
        open(Progress.class);
        List<String> keys =
                new ArrayList<>(IntStream.range(0, 1_500).mapToObj(n -> "k" + n).toList());
        scene.tell(keys);
        assertThat(progress("k0").orElseThrow().seen()).containsExactly("k0@1");

        scene.tell(List.of("k0"));

        assertThat(progress("k0").orElseThrow().seen()).containsExactly("k0@1", "k0@2");
        assertThat(progress("k1499").orElseThrow().seen()).containsExactly("k1499@1");
    }
}
