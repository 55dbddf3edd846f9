package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.runtime.StoreListener.Checkpointed;
import dev.eventfold.es.runtime.StoreListener.CommandExecuted;
import dev.eventfold.es.runtime.StoreListener.Committed;
import dev.eventfold.es.runtime.StoreListener.DeadLettered;
import dev.eventfold.es.runtime.StoreListener.Outcome;
import dev.eventfold.es.runtime.StoreListener.Reacted;
import dev.eventfold.es.runtime.StoreListener.Synced;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of a store from outside: what its listener hears, and what a flight recording holds. */
class StoreListenerTest {
    @TempDir
    private Path directory;

    private final Heard heard = new Heard();

    @Test
    void a_command_is_heard_with_what_came_of_it() {
        try (AggregateStore store = builder(heard).inMemory()) {
            store.execute(Commands.to("src", new SourceCommand.Begin("k", List.of())));
            assertThatThrownBy(() -> store.execute(Commands.to("m", new Work("reject"))))
                    .isInstanceOf(CommandRejected.class);
            assertThatThrownBy(() -> store.execute(Commands.to("m", new Work("bug"))))
                    .isInstanceOf(HandlerFailed.class);
            store.executeAsync(Commands.to("m", new Work("twice")))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        }

        assertThat(heard.of(CommandExecuted.class))
                .extracting(
                        CommandExecuted::aggregate,
                        CommandExecuted::command,
                        CommandExecuted::outcome,
                        CommandExecuted::events)
                .containsExactly(
                        tuple("source", "Begin", Outcome.EXECUTED, 1),
                        tuple("machine", "Work", Outcome.REJECTED, 0),
                        tuple("machine", "Work", Outcome.FAILED, 0),
                        tuple("machine", "Work", Outcome.EXECUTED, 2));
        assertThat(heard.of(CommandExecuted.class))
                .allSatisfy(command -> assertThat(command.took()).isPositive());
    }

    @Test
    void what_a_process_manager_does_is_heard_and_each_dead_letter_with_its_cause() {
        try (AggregateStore store = builder(heard).inMemory()) {
            store.execute(Commands.to("src", new SourceCommand.Begin("k", List.of("a", "b", "reject"))));

            ProcessManagerRunner.runAll(store);
        }

        assertThat(heard.of(Reacted.class))
                .filteredOn(reacted -> reacted.dispatched() > 0)
                .extracting(Reacted::processManager, Reacted::dispatched, Reacted::deadLettered)
                .containsExactly(tuple("relay", 2L, 1L));
        assertThat(heard.of(DeadLettered.class))
                .containsExactly(new DeadLettered("relay", DeadLetter.Cause.REJECTED, "k"));
        assertThat(heard.of(Committed.class)).extracting(Committed::commit).isSorted();
    }

    @Test
    void the_disk_is_heard_of_in_a_directory() {
        try (AggregateStore store = builder(heard).open(directory)) {
            store.execute(Commands.to("src", new SourceCommand.Begin("k", List.of())));

            assertThat(heard.of(Synced.class)).isNotEmpty().allSatisfy(sync -> {
                assertThat(sync.bytes()).isPositive();
                assertThat(sync.took()).isPositive();
            });
            assertThat(heard.of(Synced.class)
                            .get(heard.of(Synced.class).size() - 1)
                            .commit())
                    .isEqualTo(heard.of(Committed.class)
                            .get(heard.of(Committed.class).size() - 1)
                            .commit());
        }

        assertThat(heard.of(Checkpointed.class))
                .extracting(Checkpointed::withIndex)
                .contains(true);
    }

    @Test
    void one_that_throws_harms_nobody_and_is_complained_of_once() {
        StoreListener broken = new StoreListener() {
            @Override
            public void commandExecuted(CommandExecuted command) {
                throw new IllegalStateException("told to throw");
            }
        };
        try (Warnings warnings = new Warnings("dev.eventfold.es.store");
                AggregateStore store = builder(broken).inMemory()) {
            store.execute(Commands.to("m", new Work("a")));
            store.execute(Commands.to("m", new Work("b")));

            assertThat(store.streams("machine")).containsExactly("m");
            assertThat(warnings.messages())
                    .singleElement()
                    .asString()
                    .contains("[ES:ListenerFailed]", "event=CommandExecuted");
        }
    }

    @Test
    void whoever_waits_for_an_answer_gets_it_though_the_listener_brings_its_thread_down() {
        StoreListener listener = new StoreListener() {
            @Override
            public void commandExecuted(CommandExecuted command) {
                throw new InternalError("the machine is broken");
            }
        };
        try (AggregateStore store = builder(listener).inMemory()) {
            assertThat(store.executeAsync(Commands.to("m", new Work("a")))
                            .orTimeout(60, TimeUnit.SECONDS)
                            .join()
                            .version())
                    .isEqualTo(1);
        }
    }

    @Test
    void one_that_calls_the_store_is_refused() {
        List<Throwable> refused = new ArrayList<>();
        Queue<AggregateStore> opened = new ConcurrentLinkedQueue<>();
        StoreListener calling = new StoreListener() {
            @Override
            public void committed(Committed commit) {
                for (AggregateStore store : opened) {
                    try {
                        store.execute(Commands.to("m", new Work("again")));
                    } catch (IllegalStateException e) {
                        refused.add(e);
                    }
                }
            }
        };
        try (AggregateStore store = builder(calling).inMemory()) {
            opened.add(store);

            store.execute(Commands.to("m", new Work("a")));

            assertThat(refused).singleElement().satisfies(e -> assertThat(e).hasMessageContaining("listener"));
            assertThat(store.events("machine", "m")).hasSize(1);
        }
    }

    @Test
    void a_flight_recording_holds_all_of_it() throws IOException {
        Path file = directory.resolve("seen.jfr");
        try (Recording recording = new Recording()) {
            for (String name : List.of("Command", "Commit", "Fsync", "Reaction", "DeadLetter", "Checkpoint")) {
                recording.enable("dev.eventfold.es." + name).withoutThreshold();
            }
            recording.start();
            try (AggregateStore store = builder(StoreListener.NONE).open(directory.resolve("log"))) {
                store.execute(Commands.to("src", new SourceCommand.Begin("k", List.of("a", "reject"))));
                ProcessManagerRunner.runAll(store);
            }
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);

        assertThat(events)
                .extracting(event -> event.getEventType().getName().replace("dev.eventfold.es.", ""))
                .contains("Command", "Commit", "Fsync", "Reaction", "DeadLetter", "Checkpoint");
        assertThat(ofKind(events, "Command"))
                .singleElement()
                .returns("source", event -> event.getString("aggregate"))
                .returns("EXECUTED", event -> event.getString("outcome"));
        assertThat(ofKind(events, "DeadLetter"))
                .singleElement()
                .returns("REJECTED", event -> event.getString("cause"))
                .returns("relay", event -> event.getString("consumer"));
    }

    /** Of this thread: a recording is of the whole process, and other tests run beside this one. */
    private static List<RecordedEvent> ofKind(List<RecordedEvent> events, String kind) {
        long own = Thread.currentThread().getId();
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.eventfold.es." + kind))
                .filter(event -> event.getThread().getJavaThreadId() == own)
                .toList();
    }

    private static AggregateStore.Builder builder(StoreListener listener) {
        return AggregateStore.builder().modules(Scene.module(Relay.class)).listener(listener);
    }

    /** Keeps everything that it hears. */
    private static final class Heard implements StoreListener {
        private final Queue<Object> all = new ConcurrentLinkedQueue<>();

        <T> List<T> of(Class<T> type) {
            return all.stream().filter(type::isInstance).map(type::cast).toList();
        }

        @Override
        public void commandExecuted(CommandExecuted command) {
            all.add(command);
        }

        @Override
        public void committed(Committed commit) {
            all.add(commit);
        }

        @Override
        public void synced(Synced sync) {
            all.add(sync);
        }

        @Override
        public void reacted(Reacted reactions) {
            all.add(reactions);
        }

        @Override
        public void deadLettered(DeadLettered letter) {
            all.add(letter);
        }

        @Override
        public void checkpointed(Checkpointed checkpoint) {
            all.add(checkpoint);
        }
    }
}
