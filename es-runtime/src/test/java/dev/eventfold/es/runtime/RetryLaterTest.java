package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.RetryLater;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.domain.Relay;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Commands whose handlers say "not yet". The first pause is 100 ms, and ten attempts are made. */
@OnEachStorage
class RetryLaterTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock();
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.ticking(storage, directory, clock, Relay.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void the_command_is_tried_again_and_what_its_instance_sends_meanwhile_waits_behind_it() {
        scene.begin("m", "await it", "b").go("m", "c").begin("other", "x");
        ProcessManagerReport first = scene.run();
        scene.work("m", "ready");
        ProcessManagerReport early = scene.run();
        clock.advance("PT0.1S");

        ProcessManagerReport due = scene.run();

        assertThat(first)
                .hasToString("dispatched=1 unchanged=0 deadLettered=0 rejected=0 parked=3 ignored=0 timedOut=0");
        assertThat(early.dispatched()).isZero();
        assertThat(due.dispatched()).isEqualTo(3);
        assertThat(scene.done("m")).containsExactly("ready", "await it", "b", "c");
        assertThat(scene.done("other")).containsExactly("x");
        assertThat(scene.letters("relay")).isEmpty();
    }

    @Test
    void a_pause_beyond_the_end_of_time_waits_for_somebody_who_retries() {
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
        scene.close();
        scene = Scene.retrying(storage, directory, new Retries(2, forever, forever), Relay.class);
        scene.begin("m", "await it");

        assertThat(scene.run().parked()).isEqualTo(1);

        scene.work("m", "ready");
        assertThat(scene.run().dispatched()).isZero();
    }

    @Test
    void the_pauses_double() {
        scene.begin("m", "await it");
        scene.run();
        clock.advance("PT0.1S");
        scene.run();
        scene.work("m", "ready");
        clock.advance("PT0.199S");
        ProcessManagerReport early = scene.run();
        clock.advance("PT0.001S");

        ProcessManagerReport due = scene.run();

        assertThat(early.dispatched()).isZero();
        assertThat(due.dispatched()).isEqualTo(1);
    }

    @Test
    void when_the_attempts_are_used_up_it_is_a_dead_letter_and_the_others_stay_behind_it() {
        scene.begin("m", "await it", "b");
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(scene.run().deadLettered()).isEqualTo(attempt == 9 ? 1 : 0);
            clock.advance("PT2M");
        }

        assertThat(scene.letters("relay")).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo(Cause.RETRIES_EXHAUSTED);
            assertThat(letter.attempts()).isEqualTo(10);
            assertThat(letter.parkedBehind()).isEqualTo(1);
        });
        assertThat(scene.done("m")).isEmpty();
    }

    @Test
    void it_survives_the_end_of_the_process() {
        scene.begin("m", "await it");
        scene.run();
        scene.reopen(Relay.class);
        scene.work("m", "ready");
        clock.advance("PT1S");

        scene.run();

        assertThat(scene.done("m")).containsExactly("ready", "await it");
    }

    @Test
    void a_caller_gets_it_as_it_is() {
        assertThatThrownBy(() -> scene.work("m", "await it"))
                .isInstanceOf(RetryLater.class)
                .hasMessage("not ready");
    }

    @Test
    void pauses_double_up_to_the_longest() {
        Retries retries = new Retries(5, Duration.ofSeconds(1), Duration.ofSeconds(5));

        assertThat(retries.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retries.pause(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(retries.pause(4)).isEqualTo(Duration.ofSeconds(5));
        assertThat(retries.pause(1_000_000)).isEqualTo(Duration.ofSeconds(5));
        assertThatThrownBy(() -> new Retries(0, Duration.ZERO, Duration.ZERO))
                .hasMessage("no such retries: attempts=0, first=PT0S, longest=PT0S");
    }
}
