package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.domain.Broken;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every answer that a store may give to a commit, and what becomes of callers and passes then. */
class StoreFaultTest {
    private Faulty faulty;
    private Scene scene;

    private void open(Class<?>... processManagers) {
        scene = Scene.around(log -> faulty = new Faulty(log), processManagers);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** A log whose next commit meets something first, or is answered otherwise. */
    private static final class Faulty extends PassingLog {
        private Runnable meanwhile = () -> {};
        private Supplier<CommitOutcome> instead;
        private StoreFailed failure;
        private StoreFailed notDurable;
        private boolean answersUnknownOnce;
        private CountDownLatch gate = new CountDownLatch(0);

        Faulty(EventStore log) {
            super(log);
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            Runnable first = meanwhile;
            meanwhile = () -> {};
            first.run();
            if (failure != null) {
                throw failure;
            }
            Supplier<CommitOutcome> answer = instead;
            instead = null;
            CommitOutcome outcome = answer == null ? super.commit(commit) : answer.get();
            boolean unknown = answersUnknownOnce;
            answersUnknownOnce = false;
            return unknown ? new CommitOutcome.Unknown(new IOException("broken pipe")) : outcome;
        }

        @Override
        public void awaitDurable(long commit) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreFailed("interrupted", e);
            }
            if (notDurable != null) {
                throw notDurable;
            }
            super.awaitDurable(commit);
        }
    }

    /** Writes to the log past the store, as another process would. */
    private CommitOutcome foreign(String machine, String task, String commandId, boolean once) {
        NewEvent event = new NewEvent(
                "Worked",
                1,
                Scene.NOW,
                new Origin(commandId, commandId, commandId, null, null, Map.of()),
                null,
                Json.of("{\"task\":\"" + task + "\"}"));
        return faulty.log.commit(Commit.of(
                new StreamAppend(new StreamId("machine", machine), new ExpectedVersion.Any(), once, List.of(event))));
    }

    @Test
    void a_command_that_lost_a_race_is_decided_again() {
        open();
        scene.work("m", "a");
        faulty.meanwhile = () -> foreign("m", "theirs", "other", false);

        CommandResult result = scene.work("m", "version");

        assertThat(result.version()).isEqualTo(3);
        assertThat(scene.done("m")).containsExactly("a", "theirs", "version 2");
    }

    @Test
    void a_command_id_that_another_process_used_meanwhile_gives_its_result() {
        open();
        CommandEnvelope command = Commands.to("m", new Work("mine")).withCommandId("id");
        faulty.meanwhile = () -> foreign("m", "theirs", "id", true);

        CommandResult result = scene.execute(command);

        assertThat(result.duplicate()).isTrue();
        assertThat(scene.done("m")).containsExactly("theirs");
    }

    @Test
    void an_unknown_outcome_says_to_send_again_under_the_same_id() {
        open();
        scene.work("m", "a");
        faulty.instead = () -> new CommitOutcome.Unknown(new IOException("broken pipe"));

        assertThatThrownBy(() -> scene.execute(Commands.to("m", new Work("b")).withCommandId("id")))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContainingAll("unknown", "same command id", "commandId=id")
                .hasRootCauseMessage("broken pipe");

        scene.execute(Commands.to("m", new Work("b")).withCommandId("id"));
        assertThat(scene.done("m")).containsExactly("a", "b");
    }

    @Test
    void what_was_decided_on_a_failed_write_is_forgotten() {
        open();
        scene.work("m", "a");
        faulty.failure = new StoreFailed("the disk is full", null);
        assertThatThrownBy(() -> scene.work("m", "b")).isSameAs(faulty.failure);
        faulty.failure = null;

        assertThat(scene.work("m", "version").version()).isEqualTo(2);
        assertThat(scene.done("m")).containsExactly("a", "version 1");
    }

    @Test
    @DisplayName("R4 a result is given when it is durable, and so is a refusal")
    void answers_are_given_when_what_they_rest_on_is_durable() throws Exception {
        open();
        scene.work("m", "a");
        faulty.gate = new CountDownLatch(1);

        FutureTask<CommandResult> result = inThread(() -> scene.work("m", "b"));
        FutureTask<CommandResult> refusal = inThread(() -> scene.work("m", "reject"));
        FutureTask<CommandResult> nothing = inThread(() -> scene.work("m", "nothing"));

        assertThatThrownBy(() -> result.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> refusal.get(1, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> nothing.get(1, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        faulty.gate.countDown();
        assertThat(result.get(10, TimeUnit.SECONDS).version()).isEqualTo(2);
        assertThatThrownBy(() -> refusal.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Broken.class);
        assertThat(nothing.get(10, TimeUnit.SECONDS).events()).isEmpty();
    }

    @Test
    void a_refusal_that_rests_on_a_write_that_failed_is_no_answer() {
        open();
        faulty.notDurable = new StoreFailed("fsync failed, the outcome is unknown", null);

        assertThatThrownBy(() -> scene.work("m", "reject")).isSameAs(faulty.notDurable);
        assertThatThrownBy(() -> scene.work("m", "a")).isSameAs(faulty.notDurable);
        faulty.notDurable = null;
    }

    @Test
    @DisplayName(
            "W-01 W-03 a store that fails in the middle of a pass loses no command: nothing moved, the next pass does it")
    void a_store_that_fails_in_a_pass_loses_nothing() {
        open(Relay.class, Single.class);
        scene.begin("k", "a").begin("j", "b");
        faulty.failure = new StoreFailed("the disk is full", null);

        assertThatThrownBy(() -> scene.run()).isSameAs(faulty.failure);
        faulty.failure = null;

        assertThat(scene.run().dispatched()).isEqualTo(4);
        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.letters("relay")).isEmpty();
    }

    @Test
    void an_unknown_outcome_in_a_pass_is_resolved_by_reading() {
        open(Relay.class);
        scene.begin("k", "a");
        faulty.instead = () -> new CommitOutcome.Unknown(new IOException("broken pipe"));

        assertThatThrownBy(() -> scene.run())
                .isInstanceOf(StoreFailed.class)
                .hasMessageContainingAll("unknown", "processManager=relay");

        assertThat(scene.run().dispatched()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void an_unknown_outcome_that_was_written_is_not_done_twice() {
        open(Relay.class);
        scene.begin("k", "a");
        faulty.answersUnknownOnce = true;

        assertThatThrownBy(() -> scene.run()).isInstanceOf(StoreFailed.class);

        assertThat(scene.run().dispatched()).isZero();
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void a_batch_that_lost_a_race_is_decided_again() {
        open(Relay.class);
        scene.work("k", "a");
        scene.begin("k", "version").begin("j", "a");
        faulty.meanwhile = () -> foreign("k", "theirs", "other", false);

        assertThat(scene.run().dispatched()).isEqualTo(2);

        assertThat(scene.done("k")).containsExactly("a", "theirs", "version 2");
        assertThat(scene.letters("relay")).isEmpty();
    }

    @Test
    void a_row_that_another_process_changed_meanwhile_is_read_again() {
        open(Relay.class);
        scene.begin("k", "a").run();
        scene.go("k", "b");
        RowKey key = new RowKey("relay", 1, "k");
        faulty.meanwhile = () -> faulty.log.commit(new Commit(
                List.of(),
                List.of(new RowChange.Put(
                        new Row(key, 1, Blocked.NO, Json.of("{\"seen\":[\"theirs\"]}")),
                        faulty.log.row(key).orElseThrow().version())),
                null));

        assertThat(scene.run().dispatched()).isEqualTo(1);

        assertThat(scene.state("relay", "k")).isEqualTo("{\"seen\":[\"theirs\",\"2:[b]\"]}");
        assertThat(scene.done("k")).containsExactly("a", "b");
    }

    @Test
    void a_consumer_that_another_process_moved_goes_on_from_there() {
        open(Relay.class);
        scene.begin("k", "a").begin("j", "b");
        faulty.instead = () -> {
            var lease = faulty.log.lease("relay", 0);
            faulty.log.commit(new Commit(List.of(), List.of(), new ConsumerMove(lease, 0, 2, List.of())));
            return new CommitOutcome.ConsumerMoved("relay", 2);
        };

        assertThat(scene.run().dispatched()).isEqualTo(1);
        assertThat(scene.done("k")).isEmpty();
        assertThat(scene.done("j")).containsExactly("b");
    }

    @Test
    void a_stale_lease_stops_the_pass_with_nothing_moved_and_the_next_one_takes_it_again() {
        open(Relay.class);
        scene.begin("k", "a");
        scene.log().lease("relay", 0);

        assertThatThrownBy(() -> scene.run())
                .isInstanceOf(StoreFailed.class)
                .hasMessageContainingAll("lease", "processManager=relay");

        assertThat(scene.run().dispatched()).isEqualTo(1);
    }

    @Test
    @DisplayName("W-15 a row that cannot be read stops its process manager with nothing moved; the others run first")
    void a_row_that_cannot_be_read_stops_its_process_manager() {
        open(Relay.class, Single.class);
        scene.begin("k", "a").run();
        RowKey key = new RowKey("relay", 1, "k");
        faulty.log.commit(new Commit(
                List.of(),
                List.of(new RowChange.Put(
                        new Row(key, 1, Blocked.NO, Json.of("{\"gone\":1}")),
                        faulty.log.row(key).orElseThrow().version())),
                null));
        scene.go("k", "b");

        for (int pass = 0; pass < 2; pass++) {
            assertThatThrownBy(() -> scene.run())
                    .isInstanceOf(UnreadablePayload.class)
                    .hasMessageContainingAll("processManager=relay", "key=k", "version=", "rebuild", "gone");
        }

        assertThat(scene.state("single", "")).isEqualTo("{\"seen\":2}");
        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.letters("relay")).isEmpty();
    }

    @Test
    @DisplayName(
            "W-14 an event that its aggregate does not know fails the load; for a process manager's command it is a dead letter")
    void an_unknown_event_fails_the_load() {
        open(Relay.class);
        NewEvent event = new NewEvent(
                "Wrokde", 1, Scene.NOW, new Origin("c", "c", "c", null, null, Map.of()), null, Json.of("{}"));
        faulty.log.commit(Commit.of(
                new StreamAppend(new StreamId("machine", "m"), new ExpectedVersion.Any(), false, List.of(event))));

        assertThatThrownBy(() -> scene.work("m", "a"))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll("stream=machine/m", "position=2", "event=Wrokde", "did you mean: Worked");
        assertThatThrownBy(() -> scene.done("m")).isInstanceOf(UnreadablePayload.class);
        scene.begin("m", "a").run();
        assertThat(scene.letters("relay")).extracting(DeadLetter::cause).containsExactly(DeadLetter.Cause.UNREADABLE);
    }

    @Test
    void an_event_of_a_later_shape_is_refused() {
        open();
        NewEvent event = new NewEvent(
                "Worked",
                2,
                Scene.NOW,
                new Origin("c", "c", "c", null, null, Map.of()),
                null,
                Json.of("{\"task\":\"a\"}"));
        faulty.log.commit(Commit.of(
                new StreamAppend(new StreamId("machine", "m"), new ExpectedVersion.Any(), false, List.of(event))));

        assertThatThrownBy(() -> scene.done("m"))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll("stream=machine/m", "schemaVersion=2", "known=1");
    }

    private static <T> FutureTask<T> inThread(Supplier<T> action) {
        FutureTask<T> task = new FutureTask<>(action::get);
        new Thread(task, "caller").start();
        return task;
    }
}
