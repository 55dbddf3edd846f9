package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.VersionConflict;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Count;
import dev.eventfold.es.runtime.domain.Tally;
import dev.eventfold.es.runtime.keeping.Diary;
import dev.eventfold.es.runtime.keeping.Enter;
import dev.eventfold.es.runtime.keeping.Lay;
import dev.eventfold.es.runtime.keeping.Note;
import dev.eventfold.es.runtime.keeping.Noted;
import dev.eventfold.es.runtime.keeping.Pile;
import dev.eventfold.es.runtime.keeping.Roll;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Snapshots spare the folding of events, and make no difference otherwise. */
@OnEachStorage
class SnapshotTest {
    private static final StreamId DIARY = new StreamId("diary", "d");

    @Parameter
    private Storage storage;

    @TempDir
    private Path directory;

    private final Later later = new Later();
    private Reading log;
    private UnaryOperator<EventStore> between = log -> log;
    private Scene scene;
    private Warnings warnings;

    @BeforeEach
    void open() {
        warnings = new Warnings("dev.eventfold.es.store");
        Supplier<EventStore> opening = storage.log(directory);
        scene = Scene.keeping(
                Snapshots.every(4), later, () -> log = new Reading(between.apply(opening.get())), Diary.class);
    }

    @AfterEach
    void close() {
        scene.close();
        warnings.close();
    }

    /** Knows from which version on somebody has read a stream. */
    private static final class Reading extends PassingLog {
        private long from = Long.MAX_VALUE;

        Reading(EventStore log) {
            super(log);
        }

        @Override
        public List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
            from = Math.min(from, fromVersion);
            return super.readStream(stream, fromVersion, maxEvents, view);
        }

        long readFrom() {
            long first = from;
            from = Long.MAX_VALUE;
            return first;
        }
    }

    private void note(String text) {
        scene.execute(Commands.to("d", new Note(text)));
    }

    private void notes(int count) {
        for (int n = 1; n <= count; n++) {
            note("n" + n);
        }
        later.run();
    }

    private List<String> texts() {
        return scene.store().state(Diary.class, "d").texts();
    }

    private Optional<Snapshot> kept() {
        return scene.log().snapshot(DIARY);
    }

    private void keep(String witness, String code, String json) {
        Snapshot kept = kept().orElseThrow();
        scene.log().keep(new Snapshot(DIARY, kept.version(), witness, code, Json.of(json)));
    }

    @Test
    void a_load_begins_with_the_snapshot_and_folds_what_came_after_it() {
        notes(6);
        scene.reopen(Diary.class);
        log.readFrom();

        Versioned<Diary> loaded = scene.store().load(Diary.class, "d");

        assertThat(kept().orElseThrow().version()).isEqualTo(6);
        assertThat(log.readFrom()).isEqualTo(6);
        assertThat(loaded.version()).isEqualTo(6);
        assertThat(loaded.state().texts()).containsExactly("n1", "n2", "n3", "n4", "n5", "n6");
        assertThat(loaded.state().lines().get(5)).isEqualTo(new Diary.Line("n6", 6, 6));
        assertThat(loaded.state().words()).containsEntry("n1", 1);
    }

    @Test
    void a_command_is_decided_on_it_as_on_folded_events() {
        notes(5);
        scene.reopen(Diary.class);
        log.readFrom();

        note("count");

        assertThat(log.readFrom()).isEqualTo(5);
        assertThat(texts()).endsWith("n5", "5 lines, {n1=1, n2=1, n3=1, n4=1, n5=1}");
        assertThatThrownBy(
                        () -> scene.execute(Commands.to("d", new Note("late")).withExpectedVersion(5)))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void a_state_that_is_handed_out_is_the_callers_own() {
        notes(5);
        scene.store().state(Diary.class, "d").lines().clear();

        assertThat(texts()).hasSize(5);
    }

    @Test
    void nobody_waits_for_a_snapshot() {
        for (int n = 0; n < 10; n++) {
            note("n");
        }
        assertThat(kept()).isEmpty();

        later.run();

        assertThat(kept().orElseThrow().version()).isEqualTo(10);
    }

    @Test
    void one_is_taken_each_time_that_so_many_events_have_come() {
        notes(3);
        assertThat(kept()).isEmpty();
        notes(1);
        assertThat(kept().orElseThrow().version()).isEqualTo(4);
        notes(3);
        assertThat(kept().orElseThrow().version()).isEqualTo(4);
        notes(1);
        assertThat(kept().orElseThrow().version()).isEqualTo(8);
    }

    @Test
    void a_large_state_is_kept_less_often_than_the_policy_says() {
        note("x".repeat(10_000));
        notes(3);
        assertThat(kept().orElseThrow().version()).isEqualTo(4);

        notes(8);
        assertThat(kept().orElseThrow().version()).isEqualTo(4);

        notes(80);
        assertThat(kept().orElseThrow().version()).isGreaterThan(40);
    }

    @Test
    void whoever_folds_many_events_leaves_a_snapshot_for_the_next_one() {
        writtenByAnother("{\"text\":\"n\"}", 6);
        assertThat(kept()).isEmpty();

        texts();
        later.run();

        assertThat(kept().orElseThrow().version()).isEqualTo(6);
    }

    /** Who kept no snapshots. */
    private void writtenByAnother(String json, int times) {
        Origin origin = new Origin("c", "c", "c", null, null, Map.of());
        NewEvent event = new NewEvent("Noted", 1, Scene.NOW, origin, null, Json.of(json));
        scene.log()
                .commit(Commit.of(new StreamAppend(
                        DIARY, new ExpectedVersion.NoStream(), false, Collections.nCopies(times, event))));
        scene.log().awaitDurable(scene.log().lastCommit());
    }

    @Test
    void events_that_are_appended_leave_a_snapshot_too() {
        IntStream.range(0, 6).forEach(n -> scene.store().append("d", "e" + n, new Noted("from elsewhere")));

        later.run();

        assertThat(kept().orElseThrow().version()).isEqualTo(6);
    }

    @Test
    void what_waits_to_be_taken_is_taken_when_the_store_is_closed() {
        for (int n = 0; n < 5; n++) {
            note("n");
        }

        scene.reopen(Diary.class);

        assertThat(kept().orElseThrow().version()).isEqualTo(5);
    }

    @Test
    @DisplayName("W-15 the state of an aggregate is folded again when its code has changed, and kept anew")
    void what_other_code_has_kept_is_not_used() {
        notes(5);
        scene.reopenAggregates(Shouting::of, Diary.class);

        assertThat(texts()).containsExactly("N1", "N2", "N3", "N4", "N5");

        note("n6");
        later.run();
        scene.reopenAggregates(Shouting::of, Diary.class);
        log.readFrom();
        assertThat(texts()).hasSize(6).startsWith("N1").endsWith("N6");
        assertThat(log.readFrom()).isGreaterThan(1);
        scene.reopen(Diary.class);
        assertThat(texts()).containsExactly("n1", "n2", "n3", "n4", "n5", "n6");
        assertThat(warnings.messages()).isEmpty();
    }

    @Test
    void one_beside_the_log_is_not_used_and_told() {
        notes(4);
        keep("another event", kept().orElseThrow().code(), "{\"lines\":[],\"words\":{}}");

        assertThat(texts()).containsExactly("n1", "n2", "n3", "n4");
        assertThat(warnings.messages()).singleElement().asString().startsWith("[ES:SnapshotNotUsed]");
    }

    @Test
    void one_that_cannot_be_read_is_not_used_and_told() {
        notes(4);
        Snapshot kept = kept().orElseThrow();
        keep(kept.witness(), kept.code(), "{\"other\":1}");

        assertThat(texts()).containsExactly("n1", "n2", "n3", "n4");
        assertThat(warnings.messages()).singleElement().asString().startsWith("[ES:SnapshotNotUsed]");
    }

    @Test
    void one_of_another_stream_or_ahead_of_the_log_is_not_used() {
        notes(4);
        Snapshot kept = kept().orElseThrow();
        between = log -> new PassingLog(log) {
            @Override
            public Optional<Snapshot> snapshot(StreamId stream) {
                return super.snapshot(stream)
                        .map(found -> new Snapshot(stream, 7, kept.witness(), kept.code(), Json.of("{}")));
            }
        };
        scene.reopen(Diary.class);
        assertThat(texts()).containsExactly("n1", "n2", "n3", "n4");

        between = log -> new PassingLog(log) {
            @Override
            public Optional<Snapshot> snapshot(StreamId stream) {
                return Optional.of(kept);
            }
        };
        scene.reopen(Diary.class);
        for (int n = 0; n < 4; n++) {
            scene.execute(Commands.to("other", new Note("o")));
        }
        assertThat(scene.store().state(Diary.class, "other").texts()).containsExactly("o", "o", "o", "o");
    }

    @Test
    void a_store_that_cannot_read_or_keep_snapshots_does_everything_else() {
        between = log -> new PassingLog(log) {
            @Override
            public Optional<Snapshot> snapshot(StreamId stream) {
                throw new StoreFailed("the disk is broken", null);
            }
        };
        scene.reopen(Diary.class);
        notes(5);
        assertThat(texts()).hasSize(5);

        between = log -> new PassingLog(log) {
            @Override
            public void keep(Snapshot snapshot) {
                throw new StoreFailed("the disk is full", null);
            }
        };
        scene.reopen(Diary.class);
        notes(8);

        assertThat(texts()).hasSize(13);
        assertThat(warnings.messages()).allMatch(line -> line.startsWith("[ES:SnapshotNot"));
        assertThat(warnings.messages()).anyMatch(line -> line.startsWith("[ES:SnapshotNotWritten]"));
    }

    @Test
    void an_event_that_cannot_be_read_fails_the_load_and_not_whoever_takes_snapshots() {
        scene.store().appendJson("diary", "d", "e", "Noted", "{\"text\":\"x\"}");
        notes(2);
        between = log -> new PassingLog(log) {
            @Override
            public List<StoredEvent> readStream(StreamId stream, long from, int most, View view) {
                throw new UnreadablePayload("an event cannot be read", null);
            }
        };
        scene.reopen(Diary.class);

        assertThatThrownBy(this::texts).isInstanceOf(UnreadablePayload.class);
        later.run();

        assertThat(warnings.messages()).isEmpty();
    }

    @Test
    void of_a_class_with_a_final_field_none_is_taken_which_is_said_once() {
        for (int n = 0; n < 20; n++) {
            scene.execute(Commands.to("p", new Lay("s" + n)));
            later.run();
        }

        assertThat(scene.log().snapshot(new StreamId("pile", "p"))).isEmpty();
        assertThat(scene.store().state(Pile.class, "p").sheets()).hasSize(20);
        assertThat(warnings.messages())
                .singleElement()
                .asString()
                .startsWith("[ES:NoSnapshots]")
                .contains("aggregate=pile", "a final field is not read back");
    }

    @Test
    void of_a_state_that_is_read_back_as_another_one_none_is_taken() {
        for (String name : List.of("c", "a", "d", "b", "")) {
            scene.execute(Commands.to("r", new Enter(name)));
            later.run();
        }
        scene.reopen(Diary.class);

        assertThat(scene.log().snapshot(new StreamId("roll", "r"))).isEmpty();
        assertThat(scene.store().state(Roll.class, "r").names()).containsExactly("a", "b", "c", "d");
        assertThat(warnings.messages())
                .singleElement()
                .asString()
                .contains("state.names is a java.util.TreeSet and is read back as a java.util.HashSet");
    }

    @Test
    void of_a_record_it_is_read_through_the_constructor() {
        for (int n = 0; n < 6; n++) {
            scene.execute(Commands.to("t", new Count(n)));
            later.run();
        }
        scene.reopen(Diary.class);
        log.readFrom();

        assertThat(scene.store().state(Tally.class, "t").sum()).isEqualTo("+0box+1box+2box+3box+4box+5box");
        assertThat(log.readFrom()).isEqualTo(4);
    }

    @Test
    void without_a_policy_none_is_taken_and_none_is_read() {
        notes(8);
        scene.close();
        Supplier<EventStore> opening = scene.opening();
        scene = Scene.keeping(Snapshots.none(), later, opening, Diary.class);
        log.readFrom();

        notes(8);

        assertThat(log.readFrom()).isEqualTo(1);
        assertThat(texts()).hasSize(16);
        assertThat(kept().orElseThrow().version()).isEqualTo(8);
    }

    @Test
    void a_policy_needs_a_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snapshots.every(0))
                .withMessageContaining("events=0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Snapshots(-1));
        assertThat(Snapshots.none()).isEqualTo(new Snapshots(0));
    }
}
