package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Secretive;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a reaction says that it sends binds nobody, but who sends something else is told. */
class SendsTest {
    @Test
    void a_command_that_a_reaction_does_not_say_is_sent_and_warned_of_once() {
        try (Warnings warnings = new Warnings();
                Scene scene = scene(Secretive.class)) {
            scene.begin("k", "a", "b").begin("k", "c");
            assertThat(scene.run().dispatched()).isEqualTo(3);
            scene.begin("k", "d");
            scene.run();

            assertThat(scene.done(Scene.SOURCE)).containsExactly("a", "b", "c", "d");
            assertThat(warnings.messages())
                    .singleElement()
                    .asString()
                    .contains("processManager=secretive", "reactsTo=source/Began", "command=machine/Work");
        }
    }

    @Test
    void one_that_says_it_sends_nothing_is_warned_of_too() {
        try (Warnings warnings = new Warnings();
                Scene scene = scene(Secretive.class)) {
            scene.go("k", "a");
            scene.run();

            assertThat(warnings.messages()).singleElement().asString().contains("reactsTo=source/Went");
        }
    }

    @Test
    void what_is_said_is_not_warned_of_and_who_says_nothing_is_left_alone() {
        try (Warnings warnings = new Warnings();
                Scene scene = scene(Secretive.class, Relay.class)) {
            scene.finish("k", "a").begin("k");
            scene.go("k");
            scene.run();
            scene.reopen(Relay.class, Secretive.class);
            scene.finish("k", "!json");
            scene.run();

            assertThat(warnings.messages()).isEmpty();
        }
    }

    private static Scene scene(Class<?>... processManagers) {
        return Scene.open(Storage.MEMORY, Path.of("none"), processManagers);
    }
}
