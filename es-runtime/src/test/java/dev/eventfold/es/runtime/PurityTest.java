package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Meddle;
import dev.eventfold.es.runtime.domain.Meddler;
import dev.eventfold.es.runtime.domain.Meddling;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers, appliers and reactions that call the store. */
class PurityTest {
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.open(Storage.MEMORY, Path.of("none"), Meddling.class);
    }

    @AfterEach
    void close() {
        Meddler.action = () -> {};
        Meddling.action = () -> {};
        scene.close();
    }

    @Test
    void execute_from_inside_a_handler_is_an_error_and_no_deadlock() {
        Meddler.action = () -> scene.work("m", "a");

        assertThatThrownBy(() -> scene.execute(Commands.to("x", new Meddle(false))))
                .isInstanceOf(HandlerFailed.class)
                .hasCauseInstanceOf(IllegalStateException.class)
                .cause()
                .hasMessageContaining("execute");
        assertThat(scene.done("m")).isEmpty();
    }

    @Test
    void execute_from_inside_an_applier_is_an_error() {
        Meddler.action = () -> scene.work("m", "a");

        assertThatThrownBy(() -> scene.execute(Commands.to("x", new Meddle(true))))
                .isInstanceOf(HandlerFailed.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void running_starting_and_closing_from_inside_a_handler_are_errors() {
        for (Runnable action : new Runnable[] {
            () -> ProcessManagerRunner.runAll(scene.store()),
            () -> ProcessManagerRunner.run(scene.store(), "meddling"),
            () -> ProcessManagerRunner.start(scene.store()),
            () -> scene.store().close()
        }) {
            Meddler.action = action;

            assertThatThrownBy(() -> scene.execute(Commands.to("x", new Meddle(false))))
                    .isInstanceOf(HandlerFailed.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_caught_call_leaves_the_thread_as_it_was() {
        Meddler.action = () -> scene.work("m", "a");
        assertThatThrownBy(() -> scene.execute(Commands.to("x", new Meddle(false))))
                .isInstanceOf(HandlerFailed.class);

        assertThat(scene.work("m", "b").version()).isEqualTo(1);
    }

    @Test
    void looking_at_a_state_inside_a_handler_does_not_lift_the_guard() {
        Meddler.action = () -> {
            scene.done("m");
            scene.work("m", "a");
        };

        assertThatThrownBy(() -> scene.execute(Commands.to("x", new Meddle(false))))
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void running_from_inside_a_reaction_is_a_dead_letter() {
        Meddling.action = () -> ProcessManagerRunner.runAll(scene.store());
        scene.execute(Commands.to("m", new Work("meddle")));

        scene.run();

        assertThat(scene.letters("meddling")).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo(Cause.REACTION_FAILED);
            assertThat(letter.error()).contains("runAll was called from inside");
        });
    }
}
