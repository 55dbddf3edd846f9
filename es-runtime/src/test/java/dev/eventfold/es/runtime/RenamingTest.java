package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Process managers that change their names. */
@OnEachStorage
class RenamingTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    @Test
    @DisplayName("W-05 a process manager that is renamed goes on where it was, and sends nothing again")
    void a_renamed_process_manager_goes_on() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a", "one").begin("b").go("b", "reject");
            scene.run();
            scene.go("a", "two");

            scene.reopenChanged(Changed.named("courier", "relay"), Relay.class);
            ProcessManagerReport report = scene.run();

            assertThat(report.byName()).containsOnlyKeys("courier");
            assertThat(report.dispatched()).isEqualTo(1);
            assertThat(scene.done("a")).containsExactly("one", "two");
            assertThat(scene.letters("courier"))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.processManager()).isEqualTo("courier"));
            assertThat(scene.letters("relay"))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.processManager()).isEqualTo("courier"));
            assertThat(scene.store().processes("courier").keys()).containsExactlyInAnyOrder("a", "b");
            assertThat(scene.store().status())
                    .extracting(ConsumerStatus::consumer)
                    .containsExactly("courier");
            assertThat(scene.store().rebuild("courier").processManager()).isEqualTo("courier");
            assertThat(scene.everything())
                    .contains("TakenOver $process-managers/courier", "Renamed $process-managers/relay");
        }
    }

    @Test
    void who_only_reads_the_store_finds_everything_under_the_present_name() {
        try (Scene scene = Scene.open(Storage.FILES, directory, Relay.class)) {
            scene.begin("a", "one").go("a", "reject");
            scene.run();
            scene.reopenChanged(Changed.named("courier", "relay"), Relay.class);

            try (AggregateStore reader = AggregateStore.builder()
                    .modules(Scene.module(Changed.named("courier", "relay"), Relay.class))
                    .openReadOnly(directory)) {
                assertThat(reader.deadLetters("courier").list())
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.processManager()).isEqualTo("courier"));
                assertThat(reader.processes("courier").keys()).containsExactly("a");
                assertThat(reader.status()).singleElement().satisfies(status -> {
                    assertThat(status.consumer()).isEqualTo("courier");
                    assertThat(status.failures()).isEqualTo(1);
                });
            }
        }
    }

    @Test
    void a_name_may_change_again_and_back_and_need_not_be_said_for_ever() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.begin("a", "one");
            scene.run();
            scene.reopenChanged(Changed.named("courier", "relay"), Relay.class);
            scene.reopenChanged(Changed.named("courier"), Relay.class).go("a", "two");
            assertThat(scene.run().dispatched()).isEqualTo(1);
            scene.reopenChanged(Changed.named("rider", "relay", "courier"), Relay.class)
                    .go("a", "three");
            assertThat(scene.run().dispatched()).isEqualTo(1);
            scene.reopenChanged(Changed.named("relay", "rider"), Relay.class).go("a", "four");
            assertThat(scene.run().dispatched()).isEqualTo(1);

            assertThat(scene.done("a")).containsExactly("one", "two", "three", "four");
        }
    }

    @Test
    void an_older_program_is_told_of_the_new_name() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            scene.reopenChanged(Changed.named("courier", "relay"), Relay.class);

            assertThatThrownBy(() -> scene.reopenChanged(definition -> definition, Relay.class))
                    .isInstanceOf(EsException.class)
                    .hasMessageContainingAll("processManager=relay", "now=courier", "formerly = \"courier\"");
        }
    }

    @Test
    void a_former_name_that_comes_too_late_is_warned_of() {
        try (Scene scene = Scene.open(storage, directory, Relay.class);
                Warnings warnings = new Warnings()) {
            scene.reopenChanged(Changed.named("courier"), Relay.class);
            assertThat(warnings.messages())
                    .singleElement()
                    .asString()
                    .contains("consumer=relay", "not in the program", "formerly = \"relay\"");

            scene.reopenChanged(Changed.named("courier", "relay"), Relay.class);

            assertThat(warnings.messages().subList(1, warnings.messages().size()))
                    .anySatisfy(message -> assertThat(message)
                            .contains("nothing is taken over", "processManager=courier", "formerly=relay"));
        }
    }

    @Test
    void the_former_name_of_one_cannot_be_the_name_of_another() {
        try (Scene scene = Scene.open(storage, directory, Relay.class)) {
            assertThatThrownBy(() -> scene.reopenChanged(
                            definition -> definition.type() == Single.class
                                    ? Changed.named("courier", "relay").apply(definition)
                                    : definition,
                            Relay.class,
                            Single.class))
                    .isInstanceOf(EsException.class)
                    .hasMessageContainingAll("courier", "relay");
        }
    }
}
