package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.runtime.domain.Progress;
import dev.eventfold.es.runtime.domain.Summary;
import dev.eventfold.es.runtime.domain.SummaryDefinition;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.ProjectionCheckpoint;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.runtime.store.file.FileEventStore;
import dev.eventfold.es.runtime.store.file.FileStoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file store keeps of projections: only copies of what the log says. */
class ProjectionFilesTest {
    private static final String WIRING = new SummaryDefinition().wiring();

    @TempDir
    private Path directory;

    private Path checkpoint(String projection) {
        return directory.resolve("projections").resolve(projection).resolve("checkpoint.json");
    }

    private Scene open() {
        return Scene.open(Storage.FILES, directory, Summary.class, Progress.class);
    }

    private long position(AggregateStore store) {
        return store.status().stream()
                .filter(status -> status.consumer().equals("summary"))
                .mapToLong(ConsumerStatus::position)
                .findFirst()
                .orElseThrow();
    }

    private void write() {
        try (Scene scene = open()) {
            scene.begin("k", "a").begin("j\n\"\\", "a").work("m", "b");
            scene.store().projection(Summary.class);
            scene.store().projection(Progress.class, "k");
        }
    }

    @Test
    void a_checkpoint_is_lines_that_people_can_read() throws IOException {
        write();

        assertThat(Files.readAllLines(checkpoint("summary")))
                .satisfiesExactly(
                        head -> assertThat(head)
                                .contains("\"projection\":\"summary\",\"version\":1,\"wiring\":\"" + WIRING
                                        + "\",\"position\":3,\"instances\":1"),
                        state -> assertThat(state)
                                .startsWith("{\"key\":\"\",\"state\":{\"events\":2,\"done\":[\"m:b\"]}"));
        assertThat(Files.readAllLines(checkpoint("progress"))).hasSize(3);
        try (Scene scene = open()) {
            assertThat(scene.store()
                            .projection(Progress.class, "j\n\"\\")
                            .orElseThrow()
                            .seen())
                    .containsExactly("j\n\"\\@2");
        }
    }

    @Test
    void nothing_is_written_when_nothing_new_was_folded() throws IOException {
        write();
        byte[] before = Files.readAllBytes(checkpoint("summary"));
        Files.delete(checkpoint("progress"));

        try (Scene scene = open()) {
            assertThat(scene.store().projection(Summary.class).events()).isEqualTo(2);
        }

        assertThat(Files.readAllBytes(checkpoint("summary"))).isEqualTo(before);
        assertThat(checkpoint("progress")).doesNotExist();
    }

    @Test
    @DisplayName("S-23 a corrupt checkpoint of a projection is made again from the log")
    void each_damaged_byte_and_each_lost_end_is_found_and_the_log_is_folded_again() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(checkpoint("summary"));
        for (int at = 0; at < whole.length; at += 7) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            assertFoldedAgain(flipped, "flipped at " + at);
            assertFoldedAgain(Arrays.copyOf(whole, at), "cut at " + at);
        }
    }

    private void assertFoldedAgain(byte[] found, String how) throws IOException {
        Files.write(checkpoint("summary"), found);
        try (AggregateStore store =
                AggregateStore.builder().modules(Scene.module(Summary.class)).openReadOnly(directory)) {
            assertThat(position(store)).as(how).isZero();
            assertThat(store.projection(Summary.class).done()).as(how).containsExactly("m:b");
            assertThat(store.projection(Summary.class).events()).as(how).isEqualTo(2);
        }
    }

    @Test
    void a_lost_one_is_made_again() throws IOException {
        write();
        Files.delete(checkpoint("summary"));
        Files.writeString(checkpoint("summary").resolveSibling("checkpoint.json.tmp"), "half");

        try (Scene scene = open()) {
            assertThat(scene.store().projection(Summary.class).events()).isEqualTo(2);
        }

        assertThat(checkpoint("summary")).exists();
    }

    @Test
    void one_of_another_store_or_of_another_projection_is_not_believed(@TempDir Path other) throws IOException {
        write();
        try (Scene scene = Scene.open(Storage.FILES, other, Summary.class, Progress.class)) {
            scene.work("m", "theirs");
            scene.work("m", "theirs").events();
            scene.store().projection(Summary.class);
        }
        Files.copy(
                checkpoint("summary"),
                other.resolve("projections/summary/checkpoint.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(other.resolve("projections/progress"));
        Files.copy(checkpoint("summary"), checkpoint("progress"), StandardCopyOption.REPLACE_EXISTING);

        try (Scene scene = Scene.open(Storage.FILES, other, Summary.class, Progress.class)) {
            assertThat(scene.store().projection(Summary.class).done()).containsExactly("m:theirs", "m:theirs");
        }
        try (Scene scene = open()) {
            assertThat(scene.store()
                            .projection(Progress.class, "k")
                            .orElseThrow()
                            .seen())
                    .containsExactly("k@1");
        }
    }

    @Test
    void a_state_that_the_class_of_today_cannot_read_is_folded_again() throws IOException {
        write();
        try (Scene scene = open()) {
            FileEventStore log = (FileEventStore) scene.log();
            log.keep("summary", new ProjectionCheckpoint(1, WIRING, 3, Map.of("", Json.of("{\"older\":1}"))));

            assertThat(scene.store().projection(Summary.class).done()).containsExactly("m:b");
            assertThat(scene.store().projection(Summary.class).events()).isEqualTo(2);
        }
        assertThat(Files.readString(checkpoint("summary"))).contains("m:b");
    }

    @Test
    void a_state_of_other_events_or_keys_is_folded_again_though_the_version_is_the_same() throws IOException {
        write();
        Json state = Json.of("{\"events\":7,\"done\":[]}");

        assertThat(eventsFrom(new ProjectionCheckpoint(1, WIRING, 3, Map.of("", state))))
                .as("believed when it fits")
                .isEqualTo(7);
        assertThat(eventsFrom(new ProjectionCheckpoint(1, "of an older program", 3, Map.of("", state))))
                .isEqualTo(2);
        assertThat(Files.readString(checkpoint("summary"))).contains(WIRING, "m:b");
    }

    private int eventsFrom(ProjectionCheckpoint kept) {
        try (Scene scene = open()) {
            ((FileEventStore) scene.log()).keep("summary", kept);
            return scene.store().projection(Summary.class).events();
        }
    }

    @Test
    void a_checkpoint_is_written_every_ten_thousand_events_too() {
        try (Scene scene = open()) {
            List<String> keys =
                    IntStream.range(0, 10_000).mapToObj(n -> "k" + n).toList();
            scene.tell(keys);

            scene.store().projection(Progress.class, "k1");

            assertThat(checkpoint("progress")).exists();
        }
    }

    @Test
    void when_the_log_is_not_fsynced_it_is_written_when_the_store_is_closed() {
        Supplier<EventStore> unsynced =
                () -> FileEventStore.open(directory, FileStoreOptions.standard().withDurability(Durability.OS));
        try (Scene scene = Scene.on(unsynced, Summary.class)) {
            scene.work("m", "b");
            scene.store().rebuild("summary");

            assertThat(checkpoint("summary")).doesNotExist();
        }

        assertThat(checkpoint("summary")).exists();
        try (Scene scene = Scene.on(unsynced, Summary.class)) {
            assertThat(position(scene.store())).isEqualTo(scene.log().head(0, View.DURABLE));
        }
    }

    @Test
    void a_log_that_lost_what_was_projected_is_damaged_and_a_repair_takes_the_projection_with_it() throws IOException {
        write();
        try (Stream<Path> segments = Files.list(directory.resolve("events"))) {
            Path log = segments.findFirst().orElseThrow();
            byte[] all = Files.readAllBytes(log);
            Files.write(log, Arrays.copyOf(all, all.length - 40));
        }
        Files.delete(directory.resolve("head.json"));
        Files.deleteIfExists(directory.resolve("index/log.index"));

        assertThatThrownBy(this::open).isInstanceOf(StoreDamaged.class);
        AggregateStore.repair(directory);

        assertThat(checkpoint("summary")).doesNotExist();
        try (Scene scene = open()) {
            assertThat(scene.store().projection(Summary.class).done()).isEmpty();
        }
    }

    @Test
    void verify_names_one_that_cannot_be_believed() throws IOException {
        write();
        assertThat(AggregateStore.verify(directory).staleCaches()).isEmpty();
        Files.writeString(checkpoint("summary"), "nothing");

        assertThat(AggregateStore.verify(directory).staleCaches())
                .containsExactly("projections/summary/checkpoint.json");
    }

    @Test
    void a_store_that_is_only_read_projects_and_writes_nothing() throws IOException {
        write();
        byte[] before = Files.readAllBytes(checkpoint("summary"));
        try (Scene scene = open();
                AggregateStore reader = AggregateStore.builder()
                        .modules(Scene.module(Summary.class))
                        .openReadOnly(directory)) {
            assertThat(position(reader)).isEqualTo(3);
            scene.work("m", "c");

            assertThat(reader.projection(Summary.class).done()).containsExactly("m:b", "m:c");
            assertThat(position(reader)).isEqualTo(4);
            assertThatThrownBy(() -> reader.rebuild("summary")).isInstanceOf(StoreFailed.class);
        }
        assertThat(Files.readAllBytes(checkpoint("summary"))).isEqualTo(before);
    }
}
