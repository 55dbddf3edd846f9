package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Memory;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.EchoSaga;
import dev.eventfold.es.benchmarks.program.ProcessManagers;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.benchmarks.raw.Steady;
import dev.eventfold.es.runtime.AggregateStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A steady load for a long time: what grows, and whether anybody waits longer at the end. */
public final class Soak implements Job {
    private static final int CALLERS = 16;
    private static final int STREAMS = 1_000;
    private static final int SLICES = 10;
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** For the catalogue. */
    public Soak() {}

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String title() {
        return "Steady load with a live process manager: heap and waiting at the end beside the beginning";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of(
                "durability",
                "FSYNC",
                "callers",
                CALLERS,
                "pause",
                PAUSE.toMillis() + " ms",
                "streams",
                STREAMS,
                "seconds",
                duration(length).toSeconds());
    }

    private static Duration duration(Length length) {
        return length.pick(Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofMinutes(4));
    }

    @Override
    public int rounds(Length length) {
        return 1;
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("commands of callers", "1/s", "rate"),
                Figure.of("a caller waits at the end, p50", "µs", "last.p50").against("at the beginning", "first.p50"),
                Figure.of("a caller waits at the end, p99", "µs", "last.p99").against("at the beginning", "first.p99"),
                Figure.of("heap at the end", "MiB", "heap.last").against("at the beginning", "heap.first"),
                Figure.of("growth of the heap for each event", "B", "growth"));
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        Duration slice = duration(bench.length()).dividedBy(SLICES);
        try (AggregateStore store = AggregateStore.open(bench.directory("store"))) {
            ProcessManagers.start(store, EchoSaga.NAME);
            load(store, slice.multipliedBy(2));
            double heapBefore = Memory.usedHeap();
            long commands = slices(bench, round, store, slice);
            double heapAfter = Memory.usedHeap();
            round.record("heap.first", heapBefore / (1 << 20));
            round.record("heap.last", heapAfter / (1 << 20));
            // Each command is an event, and another one that the process manager causes.
            round.record("growth", (heapAfter - heapBefore) / (2 * commands));
        }
    }

    /** Gives the number of commands. In a method of its own, so that nothing of it is in the heap that is looked at afterwards. */
    private static long slices(Workbench bench, Round round, AggregateStore store, Duration slice)
            throws InterruptedException {
        long commands = 0;
        for (int i = 0; i < SLICES; i++) {
            Steady steady = load(store, slice);
            commands += steady.latencies().count();
            if (i == 0) {
                round.record("first", steady.latencies());
            } else if (i == SLICES - 1) {
                round.record("last", steady.latencies());
                round.record("rate", steady.perSecond());
            }
            bench.progress("slice " + (i + 1) + " of " + SLICES);
        }
        return commands;
    }

    private static Steady load(AggregateStore store, Duration most) throws InterruptedException {
        return Callers.during(most, CALLERS, (caller, number) -> {
            LockSupport.parkNanos(PAUSE.toNanos());
            return Callers.timed(() ->
                    store.execute(Commands.to(Stores.id((number * CALLERS + caller) % STREAMS), new Source.Tick(1))));
        });
    }
}
