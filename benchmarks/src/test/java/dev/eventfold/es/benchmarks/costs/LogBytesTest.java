package dev.eventfold.es.benchmarks.costs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.EchoSaga;
import dev.eventfold.es.benchmarks.program.KeyedEcho;
import dev.eventfold.es.benchmarks.program.ProcessManagers;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.benchmarks.program.Watch;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogBytesTest {
    private static final int COMMANDS = 2_000;
    private static final int STREAMS = 200;

    @TempDir
    private Path directory;

    private long before;

    @BeforeEach
    void execute_commands() throws IOException {
        before = 0;
        try (AggregateStore store = open()) {
            for (int i = 0; i < COMMANDS; i++) {
                store.execute(Commands.to("source-%013d".formatted(i % STREAMS), new Source.Tick(1)));
            }
        }
    }

    @Test
    void a_command_of_a_caller_takes_at_most_280_bytes() throws IOException {
        assertThat(bytesOfEach()).isBetween(1L, 280L);
    }

    @Test
    void a_command_of_a_process_manager_takes_at_most_450_bytes() throws IOException {
        run(EchoSaga.NAME);

        assertThat(bytesOfEach()).isBetween(1L, 450L);
    }

    @Test
    void a_command_of_a_process_instance_takes_at_most_600_bytes_with_the_row() throws IOException {
        run(KeyedEcho.NAME);

        assertThat(bytesOfEach()).isBetween(1L, 600L);
    }

    @Test
    void reactions_that_do_nothing_leave_one_line() throws IOException {
        run(Watch.NAME);

        assertThat(logBytes() - before).isBetween(1L, 200L);
    }

    private void run(String processManager) throws IOException {
        before = logBytes();
        try (AggregateStore store = open()) {
            ProcessManagers.run(store, processManager);
        }
    }

    private AggregateStore open() {
        return AggregateStore.builder().durability(Durability.OS).open(directory);
    }

    private long bytesOfEach() throws IOException {
        return (logBytes() - before) / COMMANDS;
    }

    private long logBytes() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("events"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
