package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.UnknownCommand;
import dev.eventfold.es.runtime.domain.Broken;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Machine;
import dev.eventfold.es.runtime.domain.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Commands whose callers do not wait. */
@OnEachStorage
@Timeout(60)
class ExecuteAsyncTest {
    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.open(storage, directory);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private CompletableFuture<CommandResult> work(String task) {
        return scene.store().executeAsync(Commands.to("m", new Work(task)));
    }

    @Test
    void commands_are_decided_in_the_order_of_the_calls() {
        List<String> tasks = IntStream.range(0, 500).mapToObj(n -> "t" + n).toList();

        List<CompletableFuture<CommandResult>> results =
                tasks.stream().map(this::work).toList();

        assertThat(results.stream().map(result -> result.join().version()))
                .containsExactlyElementsOf(
                        Stream.iterate(1L, n -> n + 1).limit(500).toList());
        assertThat(scene.done("m")).isEqualTo(tasks);
    }

    @Test
    void what_was_answered_is_there_when_the_store_is_opened_again() {
        CommandResult result = work("a").join();

        scene.reopen();

        assertThat(scene.store().load(Machine.class, "m").version()).isEqualTo(result.version());
    }

    @Test
    void a_refusal_is_an_answer() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(work("reject this")::get)
                .withCauseInstanceOf(Broken.class);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(scene.store().executeAsync(CommandEnvelope.ofJson("machine", "m", "Wrk", "{}"))::get)
                .withCauseInstanceOf(UnknownCommand.class);
        assertThat(scene.events("machine", "m")).isEmpty();
    }

    @Test
    void what_the_future_fails_with_is_the_refusal_itself() {
        assertThat(work("reject this").handle((result, failure) -> failure).join())
                .isInstanceOf(Broken.class);
    }

    @Test
    void what_is_promised_when_the_store_is_closed_is_given() {
        List<CompletableFuture<CommandResult>> results =
                IntStream.range(0, 100).mapToObj(n -> work("t" + n)).toList();

        scene.store().close();

        assertThat(results)
                .allSatisfy(result -> assertThat(result.join().events()).hasSize(1));
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(work("late")::get)
                .withCauseInstanceOf(StoreClosed.class);
    }
}
