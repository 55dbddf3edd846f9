package dev.eventfold.es.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.keeping.Diary;
import dev.eventfold.es.runtime.keeping.Note;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.file.FileEventStore;
import dev.eventfold.es.runtime.store.file.FileStoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file store keeps of aggregates: only copies of what the log says. */
class SnapshotFilesTest {
    private static final StreamId DIARY = new StreamId("diary", "d");

    @TempDir
    private Path directory;

    private final Later later = new Later();

    private Path file() {
        return directory.resolve("snapshots/states.jsonl");
    }

    private Scene open() {
        return open(Durability.FSYNC);
    }

    private Scene open(Durability durability) {
        Supplier<EventStore> opening =
                () -> FileEventStore.open(directory, FileStoreOptions.standard().withDurability(durability));
        return Scene.keeping(Snapshots.every(2), later, opening, Diary.class);
    }

    private AggregateStore reader() {
        return AggregateStore.builder()
                .modules(Scene.module(Diary.class))
                .snapshots(Snapshots.every(2))
                .openReadOnly(directory);
    }

    private void note(Scene scene, String... texts) {
        for (String text : texts) {
            scene.execute(Commands.to("d", new Note(text)));
            later.run();
        }
    }

    private void write() {
        try (Scene scene = open()) {
            note(scene, "a", "b", "c", "d", "e");
        }
    }

    private static List<String> texts(AggregateStore store) {
        return store.state(Diary.class, "d").texts();
    }

    @Test
    void a_snapshot_is_a_line_that_people_can_read() throws IOException {
        write();

        assertThat(Files.readAllLines(file()))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("{\"store\":\"")
                .contains("\"c\":4,\"stream\":\"diary/d\",\"version\":4,\"witness\":\"", "\"code\":\"")
                .contains("\"state\":{\"lines\":[{\"text\":\"a\",\"version\":1,\"position\":1},");
    }

    @Test
    @DisplayName("S-25 a damaged snapshot is passed over, wherever the damage is")
    void each_damaged_byte_and_each_lost_end_is_found_and_the_events_are_folded() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            assertRight(flipped, "flipped at " + at);
            assertRight(Arrays.copyOf(whole, at), "cut at " + at);
        }
    }

    private void assertRight(byte[] found, String how) throws IOException {
        Files.write(file(), found);
        try (AggregateStore store = reader()) {
            assertThat(texts(store)).as(how).containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    void what_an_interrupted_write_has_left_is_written_over() throws IOException {
        write();
        Files.writeString(file(), "{\"store\":\"hal", StandardOpenOption.APPEND);

        try (Scene scene = open()) {
            note(scene, "f");
            assertThat(scene.log().snapshot(DIARY).orElseThrow().version()).isEqualTo(6);
            assertThat(texts(scene.store())).hasSize(6);
        }

        assertThat(Files.readString(file())).doesNotContain("\"hal").endsWith("}\n");
        assertThat(Files.readAllLines(file())).hasSize(3);
    }

    @Test
    void a_lost_file_is_made_again() throws IOException {
        write();
        Files.delete(file());
        try (Scene scene = open()) {
            assertThat(texts(scene.store())).hasSize(5);
            later.run();

            assertThat(scene.log().snapshot(DIARY).orElseThrow().version()).isEqualTo(5);
        }
    }

    @Test
    void those_of_another_store_are_not_believed(@TempDir Path other) throws IOException {
        write();
        Path mine = directory;
        directory = other;
        try (Scene scene = open()) {
            note(scene, "x", "y", "z");
        }
        Files.copy(mine.resolve("snapshots/states.jsonl"), file(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(AggregateStore.verify(directory).staleCaches()).containsExactly("snapshots/states.jsonl");
        try (Scene scene = open()) {
            assertThat(scene.log().snapshot(DIARY)).isEmpty();
            assertThat(texts(scene.store())).containsExactly("x", "y", "z");
        }
    }

    @Test
    void those_beside_the_log_after_a_copy_went_its_own_way_are_not_used(@TempDir Path copies) throws IOException {
        try (Scene scene = open()) {
            note(scene, "a");
            scene.store().backup(copies.resolve("copy"));
            note(scene, "b", "c", "d");
        }
        Path mine = directory;
        directory = copies.resolve("copy");
        try (Scene scene = open()) {
            note(scene, "x", "y", "z", "z", "z");
        }
        Files.copy(mine.resolve("snapshots/states.jsonl"), file(), StandardCopyOption.REPLACE_EXISTING);

        try (Warnings warnings = new Warnings("dev.eventfold.es.store");
                AggregateStore store = reader()) {
            assertThat(texts(store)).containsExactly("a", "x", "y", "z", "z", "z");
            assertThat(warnings.messages()).singleElement().asString().startsWith("[ES:SnapshotNotUsed]");
        }
    }

    @Test
    void the_file_stays_in_proportion_to_what_is_used_of_it() throws IOException {
        write();
        String state = "\"" + "x".repeat(100_000) + "\"";
        long largest = 0;
        try (Scene scene = open()) {
            scene.execute(Commands.to("other", new Note("o")));
            for (int n = 0; n < 60; n++) {
                StreamId stream = n % 2 == 0 ? DIARY : new StreamId("diary", "other");
                scene.log().keep(new Snapshot(stream, 1, "w", "c" + n, Json.of(state)));
                largest = Math.max(largest, Files.size(file()));
                assertThat(scene.log().snapshot(stream).orElseThrow().code()).isEqualTo("c" + n);
            }
        }

        assertThat(largest).isBetween(1_000_000L, 1_700_000L);
        assertThat(Files.size(file())).isLessThan(1_700_000);
        assertThat(directory.resolve("snapshots")).isDirectoryContaining("glob:**/states.jsonl");
        try (Scene scene = open()) {
            assertThat(scene.log().snapshot(DIARY).orElseThrow().code()).isEqualTo("c58");
            assertThat(scene.log()
                            .snapshot(new StreamId("diary", "other"))
                            .orElseThrow()
                            .code())
                    .isEqualTo("c59");
        }
    }

    @Test
    void a_huge_state_is_not_kept() {
        try (Scene scene = open()) {
            note(scene, "a");
            scene.log().keep(new Snapshot(DIARY, 1, "w", "c", Json.of("\"" + "x".repeat(17 << 20) + "\"")));

            assertThat(scene.log().snapshot(DIARY)).isEmpty();
        }
    }

    @Test
    void when_the_log_is_not_fsynced_they_are_written_when_the_store_is_closed() throws IOException {
        try (Scene scene = open(Durability.OS)) {
            note(scene, "a", "b");
            assertThat(scene.log().snapshot(DIARY).orElseThrow().version()).isEqualTo(2);
            assertThat(file()).doesNotExist();
        }

        assertThat(Files.readAllLines(file())).hasSize(1);
        try (Scene scene = open()) {
            assertThat(scene.log().snapshot(DIARY).orElseThrow().version()).isEqualTo(2);
        }
    }

    @Test
    void a_log_that_lost_what_a_snapshot_is_of_is_damaged_and_a_repair_takes_the_snapshots_with_it()
            throws IOException {
        write();
        try (Stream<Path> segments = Files.list(directory.resolve("events"))) {
            Path log = segments.findFirst().orElseThrow();
            byte[] all = Files.readAllBytes(log);
            int afterThree = new String(all, UTF_8).indexOf("{\"c\":4,");
            Files.write(log, Arrays.copyOf(all, afterThree));
        }
        Files.delete(directory.resolve("head.json"));
        Files.deleteIfExists(directory.resolve("index/log.index"));

        assertThatThrownBy(this::open).isInstanceOf(StoreDamaged.class).hasMessageContaining("known to reach 4");
        AggregateStore.repair(directory);

        assertThat(file()).doesNotExist();
        try (Scene scene = open()) {
            note(scene, "other", "end");
            assertThat(texts(scene.store())).containsExactly("a", "b", "c", "other", "end");
        }
    }

    @Test
    void verify_names_a_file_that_cannot_be_believed() throws IOException {
        write();
        assertThat(AggregateStore.verify(directory).staleCaches()).isEmpty();
        byte[] whole = Files.readAllBytes(file());
        byte[] flipped = whole.clone();
        flipped[20] ^= 1;
        Files.write(file(), flipped);

        assertThat(AggregateStore.verify(directory).staleCaches()).containsExactly("snapshots/states.jsonl");
        Files.writeString(file(), "nothing");
        assertThat(AggregateStore.verify(directory).staleCaches()).containsExactly("snapshots/states.jsonl");
    }

    @Test
    void a_backup_leaves_them_and_a_copy_is_as_good_without(@TempDir Path copies) {
        write();
        try (Scene scene = open()) {
            scene.store().backup(copies.resolve("copy"));
        }

        assertThat(copies.resolve("copy/snapshots")).doesNotExist();
        directory = copies.resolve("copy");
        try (Scene scene = open()) {
            assertThat(texts(scene.store())).containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    void a_store_that_is_only_read_reads_them_while_they_are_written_and_writes_none() throws IOException {
        write();
        byte[] before = Files.readAllBytes(file());
        try (AggregateStore store = reader()) {
            assertThat(texts(store)).hasSize(5);
            assertThat(Files.readAllBytes(file())).isEqualTo(before);

            try (Scene scene = open()) {
                note(scene, "f", "g", "h");
                assertThat(texts(store)).hasSize(8);
                for (int n = 0; n < 40; n++) {
                    scene.log().keep(new Snapshot(DIARY, 1, "w", "c", Json.of("\"" + "x".repeat(100_000) + "\"")));
                }
                assertThat(texts(store)).hasSize(8);
                note(scene, "i", "j");
                assertThat(texts(store)).hasSize(10);
            }
        }
    }
}
