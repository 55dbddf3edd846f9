package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Machine;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.domain.Worked;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a store beside its writer. */
class ReadOnlyStoreTest {
    private static final List<String> READING = List.of(
            "state",
            "load",
            "streams",
            "events",
            "projection",
            "deadLetters",
            "processes",
            "status",
            "backup",
            "shadow",
            "close");
    private static final List<String> READING_LETTERS = List.of("list", "all", "find", "export");

    @TempDir
    private Path directory;

    private AggregateStore look(Class<?>... processManagers) {
        return AggregateStore.builder().modules(Scene.module(processManagers)).openReadOnly(directory);
    }

    @Test
    @DisplayName(
            "R12 openReadOnly beside the writer shows states, streams, events and dead letters as they are at each call")
    void each_call_shows_the_newest_durable_commits() {
        try (Scene scene = Scene.open(Storage.FILES, directory, Relay.class);
                AggregateStore reader = look(Relay.class)) {
            for (int n = 1; n <= 3; n++) {
                scene.work("m", "t" + n).events();
                scene.begin("k" + n, "reject").run();

                assertThat(reader.state(Machine.class, "m").done()).hasSize(n);
                assertThat(reader.load(Machine.class, "m").version()).isEqualTo(n);
                assertThat(reader.streams("machine")).contains("m");
                assertThat(reader.events("machine", "m")).hasSize(n);
                assertThat(reader.events(0, 0))
                        .extracting(RecordedEvent::position)
                        .isEqualTo(scene.store()
                                .events(0, 0)
                                .map(RecordedEvent::position)
                                .toList());
                assertThat(reader.deadLetters("relay").list())
                        .extracting(DeadLetter::id)
                        .isEqualTo(scene.letters("relay").stream()
                                .map(DeadLetter::id)
                                .toList())
                        .hasSize(n);
            }
        }
    }

    @Test
    void it_runs_no_command_and_no_process_manager_and_says_so() {
        Scene.open(Storage.FILES, directory, Relay.class).begin("k").close();
        try (AggregateStore reader = look(Relay.class)) {
            assertThatThrownBy(() -> reader.execute(Commands.to("m", new Work("a"))))
                    .isInstanceOf(StoreFailed.class)
                    .hasMessageContainingAll("for reading only", "asked=execute", "directory=" + directory);
            assertThatThrownBy(() -> ProcessManagerRunner.runAll(reader))
                    .isInstanceOf(StoreFailed.class)
                    .hasMessageContainingAll("for reading only", "asked=runAll");
            assertThatThrownBy(() -> ProcessManagerRunner.run(reader, "relay"))
                    .isInstanceOf(StoreFailed.class)
                    .hasMessageContaining("asked=run");
            assertThatThrownBy(() -> ProcessManagerRunner.start(reader))
                    .isInstanceOf(StoreFailed.class)
                    .hasMessageContaining("asked=start");
            assertThatThrownBy(() -> reader.deadLetters("relax"))
                    .isInstanceOf(EsException.class)
                    .hasMessageContaining("relay");
        }
    }

    @Test
    void every_method_that_would_write_refuses_by_name_and_all_others_answer() throws Exception {
        Scene.open(Storage.FILES, directory, Relay.class).begin("k").close();
        try (AggregateStore reader = look(Relay.class)) {
            DeadLetters letters = reader.deadLetters("relay");
            Map<String, Executable> ofStore = Map.of(
                    "execute", () -> reader.execute(Commands.to("m", new Work("a"))),
                    "executeAsync", () -> reader.executeAsync(Commands.to("m", new Work("a"))),
                    "append", () -> reader.append("m", "id", new Worked("a")),
                    "appendJson", () -> reader.appendJson("machine", "m", "id", "Worked", "{\"task\":\"a\"}"),
                    "subscribe", () -> reader.subscribe(this),
                    "rebuild", () -> reader.rebuild("relay"));
            Map<String, Executable> ofLetters = Map.of(
                    "retry", () -> letters.retry("k/1"),
                    "retrySequence", () -> letters.retrySequence("k"),
                    "retryAll", letters::retryAll,
                    "dryRun", letters::dryRun,
                    "evict", () -> letters.evict("k/1", "of no use"));

            assertRefused(ofStore, AggregateStore.class, READING);
            assertRefused(ofLetters, DeadLetters.class, READING_LETTERS);
        }
    }

    private void assertRefused(Map<String, Executable> writing, Class<?> type, List<String> reading) {
        writing.forEach((name, call) -> assertThatThrownBy(call::execute)
                .as(name)
                .isInstanceOf(StoreFailed.class)
                .hasMessageContainingAll("for reading only", "asked=" + name, "directory=" + directory));
        assertThat(methods(type))
                .as("a new method writes, and is to be refused, or reads, and is to be named")
                .hasSameElementsAs(Stream.concat(writing.keySet().stream(), reading.stream())
                        .toList());
    }

    private static Set<String> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void it_takes_no_lock_registers_nobody_and_changes_no_byte() throws IOException {
        Scene.open(Storage.FILES, directory).begin("k").close();
        Map<String, String> before = files();

        try (AggregateStore reader = look(Relay.class)) {
            assertThat(reader.events(0, 0)).hasSize(1);
            assertThat(reader.deadLetters("relay").list()).isEmpty();
            assertThat(files()).isEqualTo(before);
            Scene.open(Storage.FILES, directory).work("m", "a");

            assertThat(reader.state(Machine.class, "m").done()).containsExactly("a");
        }
    }

    /** Content and time of every file. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        file.toString(),
                        Files.getLastModifiedTime(file) + " " + Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void a_closed_one_says_that_it_was_closed() {
        AggregateStore reader = look();
        reader.close();
        reader.close();

        assertThatThrownBy(() -> reader.streams("machine")).isInstanceOf(StoreClosed.class);
    }

    @Test
    void it_shows_process_instances_and_how_far_their_process_manager_has_come() {
        try (Scene scene = Scene.open(Storage.FILES, directory, Relay.class);
                AggregateStore reader = look(Relay.class)) {
            scene.begin("k", "reject", "a").begin("ended").finish("ended").run();

            assertThat(reader.processes("relay").keys()).containsExactly("k");
            assertThat(reader.processes("relay").find("k").orElseThrow()).satisfies(instance -> {
                assertThat(instance.stateJson()).isEqualTo("{\"seen\":[\"1:[reject, a]\"]}");
                assertThat(instance.started()).isEqualTo(Scene.NOW);
                assertThat(instance.lastPosition()).isEqualTo(2);
                assertThat(instance.parked()).hasSize(1);
            });
            assertThat(reader.status()).singleElement().satisfies(status -> {
                assertThat(status.state()).isEqualTo(ConsumerStatus.State.NOT_RUNNING);
                assertThat(status.position()).isEqualTo(scene.log().position("relay", 0));
                assertThat(status.failures() + status.parked() + status.blocked())
                        .isEqualTo(3);
            });
            assertThatThrownBy(() -> reader.processes("rely")).hasMessageContaining("did you mean: relay");

            scene.finish("k").run();

            assertThat(reader.processes("relay").find("k")).isEmpty();
        }
        try (AggregateStore reader = look()) {
            assertThat(reader.status())
                    .singleElement()
                    .extracting(ConsumerStatus::state)
                    .isEqualTo(ConsumerStatus.State.MISSING);
        }
    }

    @Test
    void an_empty_directory_has_no_process_managers_to_tell_of() {
        try (AggregateStore reader = look(Relay.class)) {
            assertThat(reader.status()).isEmpty();
            assertThat(reader.processes("relay").keys()).isEmpty();
            assertThat(reader.processes("relay").find("k")).isEmpty();
        }
    }
}
