package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Memory;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.KeyedEcho;
import dev.eventfold.es.benchmarks.program.ProcessManagers;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.runtime.AggregateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What lies idle in memory, and what a command leaves on the disk. Counted, not timed: the same on every machine. */
public final class Footprint implements Job {
    private static final int COMMANDS = 10_000;

    /** For the catalogue. */
    public Footprint() {}

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public String title() {
        return "Memory of an idle stream and of an open process instance; bytes in the log for each command";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of(
                "streams", streams(length), "id", Stores.id(0).length() + " characters", "commands", COMMANDS);
    }

    private static int streams(Length length) {
        return length.pick(20_000, 100_000, 1_000_000);
    }

    @Override
    public int rounds(Length length) {
        return 1;
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("idle stream with one event", "B", "stream").atMost(96),
                Figure.of("open process instance, its target included", "B", "instance"),
                Figure.of("the same, less what a stream with one event takes", "B", "row")
                        .atMost(32),
                Figure.of("in the log for each command", "B", "command").atMost(280),
                Figure.of("in the log for each keyed echo with its row", "B", "echo")
                        .atMost(600));
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        int streams = streams(bench.length());
        Path idle = bench.directory("idle");
        fill(idle, 0, COMMANDS);
        // The cache of decided states is filled before and after alike: a new store has none.
        double few = heapOf(idle);
        fill(idle, COMMANDS, streams);
        double many = heapOf(idle);
        double stream = (many - few) / streams;
        round.record("stream", stream);
        echo(idle);
        double instance = (heapOf(idle) - many) / (COMMANDS + streams);
        round.record("instance", instance);
        round.record("row", instance - stream);
        bytes(bench, round);
    }

    /** In a method of its own, as what writes is: a variable of the method that measures would hold the closed store. */
    private static void fill(Path directory, int from, int streams) {
        try (AggregateStore store = Stores.openFast(directory)) {
            Stores.fill(store, from, streams, 1);
        }
    }

    private static void echo(Path directory) {
        try (AggregateStore store = Stores.openFast(directory)) {
            ProcessManagers.run(store, KeyedEcho.NAME);
        }
    }

    private static double heapOf(Path directory) {
        try (AggregateStore store = Stores.openFast(directory)) {
            store.load(Source.class, "unknown");
            return Memory.usedHeap();
        }
    }

    private static void bytes(Workbench bench, Round round) throws Exception {
        Path directory = bench.directory("bytes");
        try (AggregateStore store = Stores.openFast(directory)) {
            for (int i = 0; i < COMMANDS; i++) {
                store.execute(Commands.to(Stores.id(i % 1_000), new Source.Tick(1)));
            }
        }
        long commands = Stores.logBytes(directory);
        echo(directory);
        round.record("command", commands / (double) COMMANDS);
        round.record("echo", (Stores.logBytes(directory) - commands) / (double) COMMANDS);
    }
}
