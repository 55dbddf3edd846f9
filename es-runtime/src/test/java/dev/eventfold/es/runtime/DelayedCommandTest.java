package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.domain.Clockwork;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Waiting;
import dev.eventfold.es.runtime.domain.Work;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Commands that a reaction wants to be sent later. */
@OnEachStorage
class DelayedCommandTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock();
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.ticking(storage, directory, clock, Waiting.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void each_is_sent_when_it_is_due_in_the_order_of_the_times() {
        scene.begin("k", "!later PT2H b", "!later PT1H a", "now");
        ProcessManagerReport first = scene.run();
        clock.advance("PT3H");

        ProcessManagerReport report = scene.run();

        assertThat(first.dispatched()).isEqualTo(1);
        assertThat(report)
                .hasToString("dispatched=2 unchanged=0 deadLettered=0 rejected=0 parked=0 ignored=0 timedOut=0");
        assertThat(scene.done("k")).containsExactly("now", "a", "b");
        assertThat(scene.run().dispatched()).isZero();
    }

    @Test
    void it_belongs_to_the_event_that_it_was_asked_for() {
        scene.begin("k", "!later PT1H flow");
        clock.advance("PT1H");

        scene.run();

        RecordedEvent began = scene.events("source", Scene.SOURCE).get(0);
        assertThat(scene.done("k")).singleElement().asString().contains(began.correlationId() + " " + began.eventId());
    }

    @Test
    void the_end_of_the_instance_loses_none() {
        scene.begin("k").finish("k", "!later PT1H a");
        scene.run();
        clock.advance("PT1H");

        ProcessManagerReport report = scene.run();

        assertThat(report.dispatched()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.row("waiting", "k")).isEmpty();
    }

    @Test
    void an_instance_that_begins_again_is_not_touched_by_those_of_the_one_before() {
        scene.begin("k").finish("k", "!later PT1H a").begin("k", "!after first PT2H|b");
        clock.advance("PT1H");
        scene.run();
        clock.advance("PT1H");

        scene.run();

        assertThat(scene.done("k")).containsExactly("a", "b");
    }

    @Test
    void one_that_fails_is_a_dead_letter_of_its_event_and_the_next_is_parked_behind_it() {
        scene.begin("k", "!later PT1H reject it", "!later PT2H b");
        clock.advance("PT3H");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=0 unchanged=0 deadLettered=1 rejected=0 parked=1 ignored=0 timedOut=0");
        DeadLetter letter = scene.letters("waiting").get(0);
        assertThat(letter.event().event()).isEqualTo("Began");
        assertThat(letter.parkedBehind()).isEqualTo(1);
    }

    @Test
    void without_key_it_is_of_the_sequence_of_its_stream() {
        scene.close();
        scene = Scene.ticking(storage, directory.resolve("other"), clock, Clockwork.class);
        scene.go("k", "!later PT1H a");
        clock.advance("PT1H");

        ProcessManagerReport report = scene.run();

        assertThat(report.dispatched()).isEqualTo(1);
        assertThat(scene.done("m")).containsExactly("a");
        assertThat(scene.row("clockwork", "source/src")).isEmpty();
    }

    @Test
    void it_survives_the_end_of_the_process() {
        scene.begin("k", "!later PT1H a", "!once b");
        scene.run();
        scene.reopen(Waiting.class);
        clock.advance("PT1H");

        scene.run();

        assertThat(scene.done("k")).containsExactly("b", "a");
    }

    @Test
    void callers_execute_a_command_when_it_is_time() {
        assertThatThrownBy(() -> scene.execute(Commands.to("m", new Work("a")).after(Duration.ofHours(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a delayed command is for reactions")
                .hasMessageContaining("command=Work, delay=PT1H");
    }
}
