package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.ConsumerStatus;
import dev.eventfold.es.runtime.RunningProcessManagers;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.runtime.domain.Chronicle;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Recorder;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A line that was damaged where nobody has looked since: whoever is to read it stops and says where, and nobody waits for ever. */
@Timeout(60)
class DamagedLineTest {
    private static final int EVENTS = 30;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final FileStoreOptions OPTIONS = FileStoreOptions.standard().withSegmentBytes(4000);
    private static final List<String> ALL =
            IntStream.range(0, EVENTS).mapToObj(DamagedLineTest::source).toList();

    private final LoggedErrors logged = new LoggedErrors();
    private final Recorder world = new Recorder();
    private SimulatedDisk disk = new SimulatedDisk();
    private SimulatedDisk whole = disk;

    private static String source(int number) {
        return "s" + number;
    }

    @BeforeEach
    void write() {
        try (Scene scene = open()) {
            scene.execute(Commands.to("s7", new Work("before")));
            begin(scene, "passed");
            scene.run();
            ALL.forEach(key -> begin(scene, key));
        }
        whole = disk.afterKill();
    }

    @AfterEach
    void close() {
        logged.close();
    }

    private Scene open() {
        return Scene.on(() -> FileEventStore.open(disk, OPTIONS), Relay.class, Chronicle.class, Recorder.class);
    }

    private static CommandResult begin(Scene scene, String key) {
        return scene.execute(Commands.to(key, new SourceCommand.Begin(key, List.of("done"))));
    }

    /** The first event of a stream, in a segment that opening does not read. */
    private void damage(String stream) {
        disk = whole.afterKill();
        String path = disk.paths("events/").get(0);
        byte[] content = disk.content(path);
        String text = new String(content, StandardCharsets.UTF_8);
        int at = text.indexOf("\"data\"", text.indexOf("\"stream\":\"" + stream + "\""));
        assertThat(at).isPositive();
        content[at + 10] ^= 1;
        disk.put(path, content);
    }

    private static void assertTold(StoreDamaged thrown) {
        assertThat(thrown).hasMessageContainingAll("file=events/", "offset=", "expected");
    }

    private static ConsumerStatus status(AggregateStore store, String consumer) {
        return store.status().stream()
                .filter(status -> status.consumer().equals(consumer))
                .findFirst()
                .orElseThrow();
    }

    private static void assertFailed(AggregateStore store, String consumer) {
        ConsumerStatus status = status(store, consumer);
        assertThat(status.state()).isEqualTo(ConsumerStatus.State.FAILED);
        assertThat(status.error().orElseThrow()).contains("file=events/", "offset=");
    }

    @Test
    @DisplayName("R7 R9 a subscriber that meets a damaged line stops, and whoever waits for it hears where it lies")
    void a_subscriber_stops_and_says_where() {
        damage("source/s7");

        try (Scene scene = open();
                Subscription subscription = scene.store().subscribe(world)) {
            StoreDamaged thrown = catchThrowableOfType(StoreDamaged.class, subscription::catchUp);

            assertTold(thrown);
            assertThat(thrown).hasMessageContaining("subscriber=recorder");
            assertThat(world.received()).hasSize(8).last().isEqualTo("s6@1");
            assertFailed(scene.store(), "recorder");
            assertThat(logged.with(thrown.getCause()))
                    .singleElement()
                    .asString()
                    .contains("a subscriber stops until it is subscribed again", "subscriber=recorder");
            assertThatExceptionOfType(StoreDamaged.class).isThrownBy(subscription::catchUp);
        }
        disk = whole.afterKill();
        try (Scene scene = open();
                Subscription subscription = scene.store().subscribe(world)) {
            subscription.catchUp();
            assertThat(new LinkedHashSet<>(world.received()))
                    .containsExactlyElementsOf(Stream.concat(Stream.of("passed"), ALL.stream())
                            .map(key -> key + "@1")
                            .toList());
        }
    }

    @Test
    @DisplayName(
            "R7 R9 a process manager that meets a damaged line stops, and whoever waits for a flow hears where it lies")
    void a_process_manager_stops_and_says_where() {
        damage("source/s7");

        try (Scene scene = open();
                RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            CommandResult last = begin(scene, "last");
            StoreDamaged thrown = catchThrowableOfType(StoreDamaged.class, () -> running.awaitFlow(last, LONG));

            assertTold(thrown);
            assertThatExceptionOfType(StoreDamaged.class).isThrownBy(scene::run);
            assertFailed(scene.store(), "relay");
            // What was decided before it stopped is durable with the next command, and shown then.
            begin(scene, "next");
            assertThat(scene.done("s6")).containsExactly("done");
        }
        disk = whole.afterKill();
        try (Scene scene = open()) {
            scene.run();
            assertThat(ALL).allSatisfy(key -> assertThat(scene.done(key)).containsOnlyOnce("done"));
        }
    }

    @Test
    @DisplayName("R9 a process manager whose command needs a damaged line stops with nothing moved, and no dead letter")
    void a_command_on_a_damaged_stream_stops_its_process_manager() {
        damage("machine/s7");

        try (Scene scene = open();
                RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            CommandResult last = begin(scene, "last");
            StoreDamaged thrown = catchThrowableOfType(StoreDamaged.class, () -> running.awaitFlow(last, LONG));

            assertTold(thrown);
            assertThat(thrown).hasMessageContaining("a process manager has stopped: processManager=relay");
            assertThat(logged.with(thrown.getCause()))
                    .singleElement()
                    .asString()
                    .contains("a process manager stops until it is started again", "processManager=relay");
            assertFailed(scene.store(), "relay");
            assertThat(scene.letters("relay")).isEmpty();
        }
        disk = whole.afterKill();
        try (Scene scene = open()) {
            scene.run();
            assertThat(scene.done("s7")).containsExactly("before", "done");
        }
    }

    @Test
    @DisplayName("R7 a projection that meets a damaged line is followed no more, and whoever asks hears where it lies")
    void a_projection_is_followed_no_more_and_says_where() {
        damage("source/s7");

        try (Scene scene = open();
                RunningProcessManagers running = ProcessManagerRunner.start(scene.store())) {
            assertThat(running).isNotNull();
            while (status(scene.store(), "chronicle").state() != ConsumerStatus.State.FAILED) {
                Thread.onSpinWait();
            }
            assertFailed(scene.store(), "chronicle");
            StoreDamaged thrown =
                    catchThrowableOfType(StoreDamaged.class, () -> scene.store().projection(Chronicle.class, "s29"));
            assertTold(thrown);
        }
        disk = whole.afterKill();
        try (Scene scene = open()) {
            assertThat(ALL)
                    .allSatisfy(key -> assertThat(scene.store().projection(Chronicle.class, key))
                            .hasValueSatisfying(
                                    chronicle -> assertThat(chronicle.seen()).contains("source@1")));
        }
    }
}
