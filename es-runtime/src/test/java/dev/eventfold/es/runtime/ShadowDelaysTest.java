package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.runtime.domain.Alone;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Everything;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.domain.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Commands that are sent later, in a shadow replay: compared with what was sent when their time had come. */
@OnEachStorage
class ShadowDelaysTest {
    private static final String BUG = "shadow";

    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock();
    private Scene scene;

    @BeforeEach
    void open() {
        Mending.undo(BUG);
        scene = Scene.ticking(storage, directory, clock, Everything.class, Alone.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** With another code of both: each command is changed. */
    private void change(UnaryOperator<CommandEnvelope> change) {
        scene.reopenChanged(
                Changed.sending((event, effects) -> effects.stream()
                        .map(effect -> effect instanceof CommandEnvelope command ? change.apply(command) : effect)
                        .toList()),
                Everything.class,
                Alone.class);
    }

    private void later() {
        scene.begin("a", "!later PT1H one", "now", "!later PT2H nothing two", "!later PT90M reject three|four");
        scene.begin("b", "!later PT1H broken " + BUG, "!later PT2H parked", "!later PT100H not yet");
        scene.run();
        clock.advance("PT3H");
        scene.begin("c");
        scene.run();
    }

    @Test
    void unchanged_code_would_send_the_same_later() {
        later();

        assertThat(scene.store().shadow("everything"))
                .hasToString("processManager=everything events=4 same=7 different=0 broken=0");
        assertThat(scene.store().shadow("alone"))
                .hasToString("processManager=alone events=3 same=6 different=0 broken=0");
    }

    @Test
    void what_was_worked_off_since_is_no_difference() {
        later();
        Mending.mend(BUG);
        scene.store().deadLetters("everything").retryAll();

        assertThat(scene.store().shadow("everything"))
                .hasToString("processManager=everything events=4 same=7 different=0 broken=0");
    }

    @Test
    void another_command_is_shown_at_the_event_that_it_was_asked_for() {
        scene.begin("a", "now", "!later PT1H one");
        scene.run();
        clock.advance("PT2H");
        scene.run();
        change(command -> command.delay().isPresent()
                ? Commands.to("a", new Work("other")).after(Duration.ofHours(1))
                : command);

        assertThat(scene.store().shadow("everything").toString())
                .startsWith("""
                        processManager=everything events=1 same=1 different=1 broken=0
                        source/src@1 Began position=3 key=a index=1
                          would send: machine/a Work {"task":"other"}
                          was sent:   machine/a Work sum=""")
                .endsWith(" DISPATCHED: Worked machine/a@2");
    }

    @Test
    void what_would_be_sent_at_once_was_not_and_what_was_sent_later_would_not_be() {
        scene.begin("a", "now", "!later PT1H one");
        scene.begin("a", "!later PT1H nothing two", "!later PT1H reject three");
        scene.run();
        clock.advance("PT2H");
        scene.run();
        change(command -> command.after(command.delay().isPresent() ? Duration.ofDays(9) : Duration.ofMinutes(1)));

        ShadowReport report = scene.store().shadow("everything");

        assertThat(report.same()).isEqualTo(3);
        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.would().orElseThrow().delay()).contains(Duration.ofMinutes(1));
            assertThat(difference.was()).isPresent();
        });
    }

    @Test
    void a_command_that_is_not_asked_for_any_more_was_sent_all_the_same() {
        later();
        scene.reopenChanged(Changed.sending((event, effects) -> List.<Effect>of()), Everything.class, Alone.class);

        for (String manager : List.of("everything", "alone")) {
            ShadowReport report = scene.store().shadow(manager);
            String outcomeOfRejected = manager.equals("alone") ? "PARKED" : "REJECTED";
            String outcomeOfUnchanged = manager.equals("alone") ? "PARKED" : "UNCHANGED";
            assertThat(report.differences())
                    .allSatisfy(difference -> assertThat(difference.would()).isEmpty());
            assertThat(report.differences())
                    .extracting(difference -> difference.event().version() + "/" + difference.index() + " "
                            + difference.was().orElseThrow().outcome())
                    .containsExactlyInAnyOrder(
                            "1/1 DISPATCHED",
                            "1/0 DISPATCHED",
                            "1/2 " + outcomeOfUnchanged,
                            "1/3 " + outcomeOfRejected,
                            "2/0 DEAD_LETTERED",
                            "2/1 PARKED");
        }
    }

    @Test
    void a_command_that_is_asked_for_only_today_would_have_been_sent_when_its_time_had_come() {
        scene.begin("a", "now").begin("b", "now");
        scene.run();
        clock.advance("PT2H");
        scene.begin("c");
        scene.run();
        scene.reopenChanged(
                Changed.sending((event, effects) -> List.of(
                        effects.isEmpty() ? Effect.end() : effects.get(0),
                        Commands.to("a", new Work("in an hour")).after(Duration.ofHours(1)),
                        Commands.to("a", new Work("in a day")).after(Duration.ofDays(1)))),
                Everything.class,
                Alone.class);

        ShadowReport report = scene.store().shadow("everything");

        assertThat(report.same()).isEqualTo(2);
        assertThat(report.differences()).hasSize(2).allSatisfy(difference -> {
            assertThat(difference.index()).isEqualTo(1);
            assertThat(difference.would().orElseThrow().payload()).isEqualTo("{\"task\":\"in an hour\"}");
            assertThat(difference.was()).isEmpty();
        });
    }

    @Test
    void what_is_due_and_was_not_looked_at_yet_is_no_difference() {
        scene.begin("a", "!later PT1H one");
        scene.run();
        clock.advance("PT2H");
        scene.begin("b");

        assertThat(scene.store().shadow("everything"))
                .hasToString("processManager=everything events=1 same=0 different=0 broken=0");
    }
}
