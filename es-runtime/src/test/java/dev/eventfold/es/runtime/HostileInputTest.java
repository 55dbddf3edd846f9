package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.domain.Relay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside and means no good, or too much. */
class HostileInputTest {
    @TempDir
    private Path directory;

    static List<String> unreadable() {
        return List.of(
                "",
                " ",
                "null",
                "[]",
                "\"task\"",
                "{\"task\":\"a\"",
                "{\"task\":\"a\"}}",
                "{\"task\":\"a\"} {\"task\":\"b\"}",
                "{\"task\":\"a\",\"task\":\"b\"}",
                "{\"task\":NaN}",
                "{\"task\":Infinity}",
                "{\"task\":'a'}",
                "{task:\"a\"}",
                "{\"task\":\"a\nb\"}",
                "{\"task\":\"\u0000\"}",
                "{\"task\":\"a\",}",
                "// comment\n{\"task\":\"a\"}",
                "{\"task\":\"\\x\"}",
                "{\"task\":1e99999}",
                "{\"task\":{\"deep\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}",
                "[".repeat(1_000_000),
                "{\"task\":" + "9".repeat(100_000) + "}");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void json_that_no_command_is_made_of_is_refused_and_nothing_is_written(String json) {
        try (Scene scene = Scene.open(Storage.FILES, directory)) {
            assertThatExceptionOfType(UnreadablePayload.class)
                    .isThrownBy(() -> scene.execute(CommandEnvelope.ofJson("machine", "m", "Work", json)));
            assertThat(scene.everything()).isEmpty();

            scene.work("m", "a");
        }
        assertThat(AggregateStore.verify(directory).damage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"task\" :\n\t\"a\" }",
                "{\"task\":\"a\\nb\\u0000\\u001f\\u2028\\\"crc\\\":\\\"00000000\\\"}\"}",
                "{\"task\":\"\\ud83d\\ude00\"}",
                "{\"task\":\"\\ud83d\"}"
            })
    void text_that_is_hard_to_keep_is_kept(String json) {
        String task;
        try (Scene scene = Scene.open(Storage.FILES, directory)) {
            scene.execute(CommandEnvelope.ofJson("machine", "m", "Work", json));
            task = scene.done("m").get(0);
        }
        try (Scene scene = Scene.open(Storage.FILES, directory)) {
            assertThat(scene.done("m")).containsExactly(task);
        }
        assertThat(AggregateStore.verify(directory).damage()).isEmpty();
    }

    @Test
    void a_payload_of_megabytes_is_kept_and_one_beyond_what_a_commit_may_hold_is_refused() {
        try (Scene scene = Scene.open(Storage.FILES, directory)) {
            scene.work("m", "huge 8000000");
            assertThat(scene.done("m").get(0)).hasSize(8_000_000);

            assertThatThrownBy(() -> scene.work("m", "huge 70000000"))
                    .isInstanceOf(EsException.class)
                    .hasMessageContainingAll(String.valueOf(64L << 20));

            assertThat(scene.done("m")).hasSize(1);
            scene.work("m", "after");
        }
    }

    @Test
    @DisplayName("W-20 R8 ids that collide where case does not count, or name paths, are ids and no files")
    void ids_that_collide_where_case_does_not_count_are_ids_and_no_files() throws IOException {
        List<String> ids =
                List.of("a", "A", "con", "CON", "nul.txt", "..", "../../x", "/etc/x", "a/b", "a:b", "a ", "a.");
        try (Scene scene = Scene.open(Storage.FILES, directory.resolve("data"), Relay.class)) {
            for (String id : ids) {
                scene.work(id, "of " + id);
                scene.begin(id, "relayed to " + id);
            }
            scene.run();
            for (String id : ids) {
                assertThat(scene.done(id)).containsExactly("of " + id, "relayed to " + id);
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> directory.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "data/events/00000000000000000001.jsonl",
                            "data/head.json",
                            "data/index/log.index",
                            "data/lock",
                            "data/process_managers/relay/checkpoint.json");
        }
    }

    @Test
    void a_store_whose_parts_are_reached_through_symbolic_links_is_one_store() throws IOException {
        Path elsewhere = Files.createDirectories(directory.resolve("large-disk/events"));
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.createSymbolicLink(data.resolve("events"), elsewhere);
        try (Scene scene = Scene.open(Storage.FILES, data)) {
            scene.work("m", "a");
        }
        Path link = Files.createSymbolicLink(directory.resolve("link"), data);

        try (Scene scene = Scene.open(Storage.FILES, link)) {
            assertThat(scene.done("m")).containsExactly("a");
        }
        assertThat(elsewhere.resolve("00000000000000000001.jsonl")).isNotEmptyFile();
    }

    @Test
    void a_clock_that_goes_backwards_changes_no_order_and_loses_nothing() {
        AtomicLong seconds = new AtomicLong(1_000_000);
        try (Scene scene = Scene.ticking(
                Storage.FILES, directory, () -> Instant.ofEpochSecond(seconds.addAndGet(-5_000)), Relay.class)) {
            for (int n = 0; n < 300; n++) {
                scene.begin("k" + n % 3, "t" + n);
                if (n % 50 == 0) {
                    scene.run();
                }
            }
            scene.run();

            List<RecordedEvent> events = scene.store().events(0, 0).toList();
            assertThat(events).extracting(RecordedEvent::position).isSorted();
            assertThat(events.get(events.size() - 1).time()).isBefore(Instant.EPOCH);
            assertThat(scene.done("k0")).hasSize(100).startsWith("t0", "t3").endsWith("t297");
        }
        try (Scene scene = Scene.open(Storage.FILES, directory, Relay.class)) {
            assertThat(scene.run().dispatched()).isZero();
            assertThat(scene.done("k2")).hasSize(100);
        }
    }

    @Test
    void what_is_null_is_named() {
        try (Scene scene = Scene.open(Storage.MEMORY, directory)) {
            AggregateStore store = scene.store();

            assertNamed("command", () -> store.execute(nothing()));
            assertNamed("command", () -> store.executeAsync(nothing()));
            assertNamed("aggregate", () -> store.state(nothing(), "i"));
            assertNamed("aggregate", () -> store.streams(nothing()));
            assertNamed("subscriber", () -> store.subscribe(nothing()));
            assertNamed("consumer", () -> store.deadLetters(nothing()));
            assertNamed("consumer", () -> store.rebuild(nothing()));
            assertNamed("processManager", () -> store.processes(nothing()));
            assertNamed("processManager", () -> store.shadow(nothing()));
            assertNamed("directory", () -> AggregateStore.verify(nothing()));
            assertNamed("directory", () -> AggregateStore.repair(nothing()));
        }
    }

    private static void assertNamed(String parameter, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(parameter);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "-1, 0", "0, -1"})
    void events_of_no_partition_or_place_are_refused(int partition, long position) {
        try (Scene scene = Scene.open(Storage.FILES, directory)) {
            assertThatThrownBy(() -> scene.store().events(partition, position))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there are no such events: partition=" + partition + ", partitions=1, afterPosition="
                            + position + "; both are counted from 0");
        }
    }
}
