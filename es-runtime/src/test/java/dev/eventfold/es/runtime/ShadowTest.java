package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Hearing;
import dev.eventfold.es.runtime.domain.Latecomer;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a process manager would do today beside what it did. */
@OnEachStorage
class ShadowTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    @Test
    void unchanged_code_would_send_what_was_sent_whatever_became_of_it() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            everyOutcome(scene);
            List<String> before = scene.everything();

            ShadowReport report = scene.store().shadow("relay");

            assertThat(report).hasToString("processManager=relay events=8 same=13 different=0 broken=0");
            assertThat(scene.everything()).isEqualTo(before);
        }
    }

    /** Commands that write one event, several and none, fail, wait, are of no kind, and have an id of their own. */
    private static void everyOutcome(Scene scene) {
        scene.begin("a", "one", "twice", "nothing", "!json").begin("b").begin("c", "!once given");
        scene.go("b", "reject").go("b", "waits", "nothing");
        scene.go("a", "!unknown-command");
        scene.tell(List.of("a", "c"), "told", "nothing");
        scene.run();
    }

    @Test
    void a_change_is_shown_where_it_makes_a_difference_and_nowhere_else() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a", "one", "two").begin("b", "reject").go("b", "one").go("a", "nothing", "three");
            scene.run();
            scene.reopenChanged(Changed.sending((event, effects) -> twoIsTwenty(event, effects)), Relay.class);

            ShadowReport report = scene.store().shadow("relay");

            assertThat(report).hasToString("""
                            processManager=relay events=4 same=4 different=3 broken=0
                            source/src@1 Began position=2 key=a index=1
                              would send: machine/a Work {"task":"twenty"}
                              was sent:   machine/a Work sum=%s DISPATCHED: Worked machine/a@2
                            source/src@3 Went position=4 key=b index=0
                              would send: nothing
                              was sent:   machine/b Work sum=%s PARKED
                            source/src@4 Went position=5 key=a index=2
                              would send: machine/more Work {"task":"more"}
                              was sent:   nothing""".formatted(sum("{\"task\":\"two\"}"), sum("{\"task\":\"one\"}")));
            assertThat(report.differences().get(0).event().position()).isEqualTo(2);
            assertThat(report.differences().get(0).was().orElseThrow().events())
                    .extracting(RecordedEvent::event)
                    .containsExactly("Worked");
        }
    }

    private static String sum(String json) {
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }

    private static List<Effect> twoIsTwenty(RecordedEvent event, List<Effect> effects) {
        List<Effect> changed = new ArrayList<>(effects);
        switch ((int) event.version()) {
            case 1 -> changed.set(1, Commands.to("a", new Work("twenty")));
            case 3 -> changed.clear();
            case 4 -> changed.add(Commands.to("more", new Work("more")));
            default -> {
                // As it was.
            }
        }
        return changed;
    }

    @Test
    void another_target_is_another_command() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a", "one", "nothing");
            scene.run();
            scene.reopenChanged(
                    Changed.sending((event, effects) ->
                            List.of(Commands.to("z", new Work("one")), Commands.to("z", new Work("nothing")))),
                    Relay.class);

            ShadowReport report = scene.store().shadow("relay");

            assertThat(report.same()).isZero();
            assertThat(report.differences())
                    .extracting(difference -> difference.was().orElseThrow().outcome())
                    .containsExactly(ShadowReport.Outcome.DISPATCHED, ShadowReport.Outcome.UNCHANGED);
        }
    }

    @Test
    void what_failed_or_waits_is_not_given_to_the_code_of_today_either() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a").go("a", "!throw").go("a", "parked");
            scene.run();
            scene.reopenChanged(
                    Changed.sending((event, effects) -> List.of(Commands.to("a", new Work("sent")))), Relay.class);

            ShadowReport report = scene.store().shadow("relay");

            assertThat(report.events()).isEqualTo(1);
            assertThat(report.differences())
                    .singleElement()
                    .satisfies(difference ->
                            assertThat(difference.event().version()).isEqualTo(1));
        }
    }

    @Test
    void an_instance_that_would_break_is_named_and_not_compared_any_more() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a", "one")
                    .begin("b", "one")
                    .go("a", "two")
                    .go("a", "three")
                    .go("b", "two");
            scene.run();
            scene.reopenChanged(
                    Changed.sending((event, effects) -> {
                        if (event.version() == 3) {
                            throw new IllegalStateException("no two");
                        }
                        return effects;
                    }),
                    Relay.class);

            ShadowReport report = scene.store().shadow("relay");

            assertThat(report).hasToString("""
                            processManager=relay events=3 same=3 different=0 broken=1
                            source/src@3 Went position=4 key=a
                              would fail: IllegalStateException: no two""");
            assertThat(report.brokenInstances().get(0).key()).isEqualTo("a");
        }
    }

    @Test
    void what_is_sent_on_rejections_is_compared_too() {
        try (Scene scene = Scene.open(storage, directory, Hearing.class)) {
            scene.begin("a", "reject |instead");
            scene.run();

            assertThat(scene.store().shadow("hearing"))
                    .hasToString("processManager=hearing events=2 same=2 different=0 broken=0");
        }
    }

    @Test
    void a_process_manager_without_key_and_one_that_began_later_are_compared() {
        try (Scene scene = Scene.open(storage, directory, Single.class)) {
            scene.go("a", "one").go("a", "two");
            scene.run();
            scene.reopen(Single.class, Latecomer.class);
            scene.go("a", "three");
            scene.run();

            assertThat(scene.store().shadow("single"))
                    .hasToString("processManager=single events=3 same=3 different=0 broken=0");
            assertThat(scene.store().shadow("latecomer"))
                    .hasToString("processManager=latecomer events=1 same=1 different=0 broken=0");
        }
    }

    @Test
    void one_that_is_renamed_is_compared_with_what_it_sent_under_its_former_name() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            everyOutcome(scene);
            scene.reopenChanged(Changed.named("courier", "relay"), Relay.class);

            assertThat(scene.store().shadow("courier"))
                    .hasToString("processManager=courier events=8 same=13 different=0 broken=0");
        }
    }

    @Test
    void a_shadow_replay_changes_no_byte_of_the_directory_also_beside_its_writer() throws IOException {
        try (Scene scene = Scene.open(Storage.FILES, directory, Relay.class)) {
            everyOutcome(scene);
            Map<String, String> before = bytes();

            try (AggregateStore reader = AggregateStore.builder()
                    .modules(
                            Scene.module(Changed.sending((event, effects) -> twoIsTwenty(event, effects)), Relay.class))
                    .openReadOnly(directory)) {
                assertThat(reader.shadow("relay").different()).isPositive();
                assertThatThrownBy(() -> reader.rebuild("relay"))
                        .isInstanceOf(StoreFailed.class)
                        .hasMessageContaining("for reading only");
            }
            assertThat(scene.store().shadow("relay").different()).isZero();

            assertThat(bytes()).isEqualTo(before);
        }
    }

    private Map<String, String> bytes() throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(
                        directory.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return bytes;
    }

    @Test
    void an_unknown_process_manager_is_an_error() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            assertThatThrownBy(() -> scene.store().shadow("rely"))
                    .isInstanceOf(EsException.class)
                    .hasMessageContainingAll("processManager=rely", "relay");
        }
    }
}
