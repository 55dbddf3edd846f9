package dev.eventfold.es.benchmarks.axon;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.jobs.Settings;
import dev.eventfold.es.benchmarks.jobs.Stores;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.runtime.AggregateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The state of an aggregate with a long history, folded from its first event: by Axon, and by us. */
public final class AxonLoad implements Job {
    private static final int STEP = 1_000;
    private static final int TIMES = 5;

    private Path axon = Path.of("");
    private Path ours = Path.of("");

    /** For the service loader. */
    public AxonLoad() {}

    private interface Timed {
        long nanos() throws Exception;
    }

    @Override
    public String name() {
        return "axon-load";
    }

    @Override
    public String title() {
        return "The state of an aggregate with a long history, without snapshot; warm JVM, new store: Axon on SQLite, and ours";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("events", events(length));
    }

    private static int events(Length length) {
        return length.pick(STEP, 100_000, 100_000);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("Axon", "ms", "axon"),
                Figure.of("eventfold-es", "ms", "ours").against("Axon", "axon"));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        int steps = events(bench.length()) / STEP;
        ours = bench.directory("ours");
        try (AggregateStore store = Stores.openFast(ours)) {
            for (int i = 0; i < steps; i++) {
                Stores.fill(store, 0, 1, STEP);
            }
        }
        axon = bench.directory("axon");
        try (AxonStore store = AxonStore.openFast(axon)) {
            store.fill(Stores.id(0), events(bench.length()), STEP);
        }
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        long events = events(bench.length());
        round.record("axon", bestMillis(() -> ofAxon(events)));
        round.record("ours", bestMillis(() -> ofOurs(events)));
    }

    private static double bestMillis(Timed loading) throws Exception {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            shortest = Math.min(shortest, loading.nanos());
        }
        return shortest / 1e6;
    }

    private long ofAxon(long events) throws Exception {
        try (AxonStore store = AxonStore.openWithoutCache(axon)) {
            long began = System.nanoTime();
            require(events, store.total(Stores.id(0)));
            return System.nanoTime() - began;
        }
    }

    private long ofOurs(long events) {
        try (AggregateStore store = Stores.openFast(ours)) {
            long began = System.nanoTime();
            require(events, store.state(Source.class, Stores.id(0)).total());
            return System.nanoTime() - began;
        }
    }

    private static void require(long events, long total) {
        if (events != total) {
            throw new IllegalStateException("not all events were folded: total=" + total);
        }
    }
}
