package dev.eventfold.es.benchmarks.costs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.EchoSaga;
import dev.eventfold.es.benchmarks.program.KeyedEcho;
import dev.eventfold.es.benchmarks.program.ProcessManagers;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.benchmarks.program.Watch;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Durability;
import dev.eventfold.es.runtime.json.Jackson;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes allocated by the thread that does the work. The limits leave room for code that the JIT has not reached yet. */
class AllocationTest {
    private static final int WARM_UP = 4_000;
    private static final int EVENTS = 4_000;
    private static final int STREAMS = 50;

    private static final List<String> IDS =
            IntStream.range(0, STREAMS).mapToObj("source-%013d"::formatted).toList();

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path directory;

    private AggregateStore store;

    @BeforeEach
    void open() {
        store = AggregateStore.builder().durability(Durability.OS).open(directory);
        execute(WARM_UP);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void of_a_command() {
        assertThat(bytesOfEach(() -> execute(EVENTS))).isLessThan(4_500);
    }

    @Test
    void of_a_reaction_that_sends_a_command() {
        assertThat(bytesOfEachReaction(EchoSaga.NAME)).isLessThan(7_500);
    }

    @Test
    void of_a_reaction_of_an_instance_that_sends_a_command() {
        assertThat(bytesOfEachReaction(KeyedEcho.NAME)).isLessThan(9_500);
    }

    @Test
    void of_a_reaction_that_does_nothing() {
        assertThat(bytesOfEachReaction(Watch.NAME)).isLessThan(3_000);
    }

    @Test
    void of_a_pass_that_finds_nothing_to_do() {
        ProcessManagers.run(store, Watch.NAME);

        assertThat(bytesOfEach(() -> {
                    for (int i = 0; i < EVENTS; i++) {
                        ProcessManagers.run(store, Watch.NAME);
                    }
                }))
                .isLessThan(1_500);
    }

    @Test
    void of_a_byte_of_a_large_payload() {
        String megabytes = "x".repeat(EVENTS * 4_000);

        long bytes = bytesOfEach(() -> Jackson.codec().write(megabytes));

        assertThat(bytes / 4_000).isLessThan(8);
    }

    private long bytesOfEachReaction(String processManager) {
        ProcessManagers.run(store, processManager);
        execute(EVENTS);
        return bytesOfEach(() -> ProcessManagers.run(store, processManager));
    }

    private void execute(int commands) {
        for (int i = 0; i < commands; i++) {
            store.execute(Commands.to(IDS.get(i % STREAMS), new Source.Tick(1)));
        }
    }

    private long bytesOfEach(Runnable work) {
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        work.run();
        long bytes = (threads.getThreadAllocatedBytes(thread) - before) / EVENTS;
        System.out.println("allocated for each: " + bytes + " B");
        return bytes;
    }
}
