package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.runtime.ConsumerStatus.State;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Continuing;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Stopping;
import dev.eventfold.es.runtime.domain.Strict;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a store says of its process managers. */
@OnEachStorage
@Timeout(60)
class StatusTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @AfterEach
    void close() {
        scene.close();
    }

    private void open(Class<?>... processManagers) {
        scene = Scene.open(storage, directory, processManagers);
    }

    private ConsumerStatus status(String processManager) {
        return scene.store().status().stream()
                .filter(status -> status.consumer().equals(processManager))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_tells_how_far_each_has_come() {
        open(Relay.class, Single.class);
        scene.begin("k", "a").go("k", "b");
        long head = scene.log().head(0, View.DURABLE);

        assertThat(scene.store().status())
                .extracting(ConsumerStatus::consumer, ConsumerStatus::position, ConsumerStatus::lag)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("relay", 0L, head),
                        org.assertj.core.groups.Tuple.tuple("single", 0L, head));

        ProcessManagerRunner.run(scene.store(), "relay");

        assertThat(status("relay").position()).isEqualTo(scene.log().head(0, View.DURABLE));
        assertThat(status("relay").lag()).isZero();
        assertThat(status("single").lag()).isEqualTo(head + 2);
        assertThat(status("relay").error()).isEmpty();
    }

    @Test
    void it_tells_whether_a_live_loop_moves_it() {
        open(Relay.class, Single.class);

        RunningProcessManagers running = ProcessManagerRunner.start(scene.store(), "relay");

        assertThat(status("relay").state()).isEqualTo(State.RUNNING);
        assertThat(status("single").state()).isEqualTo(State.NOT_RUNNING);
        running.close();
        assertThat(status("relay").state()).isEqualTo(State.NOT_RUNNING);
    }

    @Test
    void it_counts_what_failed_what_waits_and_where() {
        open(Relay.class, Single.class, Continuing.class, Strict.class);
        scene.begin("k", "reject", "a")
                .go("k", "b")
                .begin("j", "!throw")
                .go("j")
                .go("j");
        scene.begin("i", "a").go("none").run();

        assertCounts("relay", 2, 2, 4);
        // Without key the one source stream waits, and each reaction that throws is a failure of its own.
        assertThat(status("single").blocked()).isEqualTo(1);
        assertCounts("continuing", 2, 0, 0);
        assertThat(status("strict")).returns(3L, ConsumerStatus::failures).returns(2L, ConsumerStatus::blocked);
    }

    @Test
    void what_was_tried_again_or_given_up_is_counted_no_more() {
        Mending.undo("counted");
        open(Relay.class, Continuing.class);
        scene.begin("k", "broken counted", "a").begin("j", "reject", "reject").run();
        Mending.mend("counted");
        DeadLetters letters = scene.store().deadLetters("relay");
        assertCounts("relay", 2, 2, 2);
        assertCounts("continuing", 3, 0, 0);

        letters.retry("k/1");
        assertCounts("relay", 1, 1, 1);

        // What was parked behind it fails in its turn.
        letters.evict("j/1", "given up");
        assertCounts("relay", 1, 1, 0);

        letters.list().forEach(letter -> letters.evict(letter.id(), "given up too"));
        assertCounts("relay", 0, 0, 0);
        scene.reopen(Relay.class, Continuing.class);
        assertCounts("relay", 0, 0, 0);
        assertCounts("continuing", 3, 0, 0);
    }

    private void assertCounts(String processManager, long failures, long blocked, long parked) {
        assertThat(status(processManager))
                .returns(failures, ConsumerStatus::failures)
                .returns(blocked, ConsumerStatus::blocked)
                .returns(parked, ConsumerStatus::parked);
    }

    @Test
    void one_that_has_stopped_at_a_failure_says_so() {
        open(Stopping.class);
        scene.begin("k", "reject").begin("j", "a").run();

        assertThat(status("stopping"))
                .returns(State.STOPPED, ConsumerStatus::state)
                .returns(1L, ConsumerStatus::failures);
        assertThat(status("stopping").lag()).isPositive();
        scene.reopen(Stopping.class);
        assertThat(status("stopping").state()).isEqualTo(State.STOPPED);
    }

    @Test
    void one_whose_state_cannot_be_read_says_why_until_it_moves_again() {
        open(Relay.class);
        scene.begin("k").run();
        RowKey key = new RowKey("relay", 1, "k");
        Row before = scene.row("relay", "k").orElseThrow();
        overwrite(new Row(key, 1, Blocked.NO, Json.of("{\"gone\":1}")));
        scene.go("k", "b");

        assertThatThrownBy(() -> scene.run()).hasMessageContaining("rebuild");

        assertThat(status("relay").state()).isEqualTo(State.FAILED);
        assertThat(status("relay").error().orElseThrow()).contains("UnreadablePayload", "key=k", "rebuild", "gone");
        overwrite(before);
        scene.run();
        assertThat(status("relay").state()).isEqualTo(State.NOT_RUNNING);
        assertThat(status("relay").error()).isEmpty();
    }

    @Test
    void one_that_a_live_loop_had_to_let_go_of_says_why_and_the_others_go_on() {
        open(Relay.class, Single.class);
        scene.run();
        long before = status("relay").position();

        try (RunningProcessManagers running = ProcessManagerRunner.start(scene.store(), "relay")) {
            CommandResult result =
                    scene.execute(Commands.to(Scene.SOURCE, new SourceCommand.Begin("k", List.of("!error"))));

            assertThat(running.awaitFlow(result, Duration.ofSeconds(50))).isFalse();

            assertThat(status("relay"))
                    .returns(State.FAILED, ConsumerStatus::state)
                    .returns(before, ConsumerStatus::position)
                    .returns(Optional.of("LinkageError: told to fail"), ConsumerStatus::error);
            assertThat(status("single").state()).isEqualTo(State.NOT_RUNNING);
        }
    }

    private void overwrite(Row row) {
        long version = scene.log().row(row.key()).orElseThrow().version();
        scene.log().commit(new Commit(List.of(), List.of(new RowChange.Put(row, version)), null));
    }

    @Test
    void one_that_the_program_no_longer_has_is_missing() {
        open(Relay.class, Single.class);
        scene.begin("k", "reject").run();
        long position = status("relay").position();

        scene.reopen(Single.class);
        scene.go("k", "a");

        assertThat(status("relay"))
                .returns(State.MISSING, ConsumerStatus::state)
                .returns(position, ConsumerStatus::position)
                .returns(1L, ConsumerStatus::failures);
        assertThat(status("relay").lag()).isPositive();
        assertThat(scene.store().status()).extracting(ConsumerStatus::consumer).containsExactly("relay", "single");
    }

    @Test
    void it_can_be_printed() {
        open(Relay.class);
        scene.begin("k", "reject", "a").run();

        assertThat(status("relay").toString())
                .isEqualTo("relay NOT_RUNNING: position=4 lag=0 blocked=1 parked=1 failures=1");
    }
}
