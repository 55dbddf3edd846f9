package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.benchmarks.raw.Lines;
import dev.eventfold.es.benchmarks.raw.RawJson;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Durability;
import dev.eventfold.es.runtime.Snapshots;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The state of an aggregate with a long history, folded from its first event, and begun with a snapshot. */
public final class Load implements Job {
    private static final int EVENTS = 100_000;
    private static final int STEP = 100;
    private static final int TIMES = 5;
    private static final int SNAPSHOT_EVERY = 1_000;
    private static final int SNAPSHOT_TIMES = 1_001;

    private Path alone = Path.of("");
    private Path among = Path.of("");

    /** For the catalogue. */
    public Load() {}

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String title() {
        return "The state of an aggregate of 100,000 events, alone in the log and spread among others; warm JVM, new store";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("events", EVENTS, "others", others(length), "snapshot every", SNAPSHOT_EVERY);
    }

    private static int others(Length length) {
        return length.pick(10_000, 500_000, 10_000_000);
    }

    @Override
    public List<String> jvmOptions() {
        return List.of("-Xmx2g");
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("alone", "ms", "alone")
                        .against("Jackson streaming, parse only", "raw")
                        .atMost(80),
                Figure.of("among others", "ms", "among").atMost(400),
                Figure.of("with snapshot", "ms", "snapshot").atMost(0.3));
    }

    @Override
    public void prepare(Workbench bench) {
        alone = bench.directory("alone");
        try (AggregateStore store = Stores.openFast(alone)) {
            for (int i = 0; i < EVENTS / STEP; i++) {
                Stores.fill(store, 0, 1, STEP);
            }
        }
        among = bench.directory("among");
        int others = others(bench.length()) / (EVENTS / STEP);
        try (AggregateStore store = Stores.openFast(among)) {
            for (int i = 0; i < EVENTS / STEP; i++) {
                Stores.fill(store, 0, 1, STEP);
                Stores.fill(store, 1 + i % 100 * 1_000, others / 10, 10);
            }
        }
        millisOf(alone);
        openWithSnapshots().close();
    }

    /** Has loaded the aggregate once, and so taken a snapshot if there was none. */
    private AggregateStore openWithSnapshots() {
        AggregateStore store = AggregateStore.builder()
                .durability(Durability.OS)
                .snapshots(Snapshots.every(SNAPSHOT_EVERY))
                .open(alone);
        store.load(Source.class, Stores.id(0));
        return store;
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        round.record("alone", millisOf(alone));
        round.record("among", millisOf(among));
        round.record("snapshot", millisWithSnapshot());
        Lines lines = Lines.read(alone.resolve("events"));
        round.record("raw", lines.count() * 1e3 / Rate.best(lines.count(), () -> new RawJson().parse(lines)));
    }

    /** The best of a few, each with a store that was just opened and knows no state yet. */
    private static double millisOf(Path directory) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            try (AggregateStore store = Stores.openFast(directory)) {
                long began = System.nanoTime();
                long version = store.load(Source.class, Stores.id(0)).version();
                shortest = Math.min(shortest, System.nanoTime() - began);
                if (version != EVENTS) {
                    throw new IllegalStateException("not all events were folded: version=" + version);
                }
            }
        }
        return shortest / 1e6;
    }

    /** The middle one of many, in a store that has read the file of snapshots before. */
    private double millisWithSnapshot() {
        long[] nanos = new long[SNAPSHOT_TIMES];
        try (AggregateStore store = openWithSnapshots()) {
            for (int i = 0; i < nanos.length; i++) {
                long began = System.nanoTime();
                long version = store.load(Source.class, Stores.id(0)).version();
                nanos[i] = System.nanoTime() - began;
                if (version != EVENTS) {
                    throw new IllegalStateException("not all events were folded: version=" + version);
                }
            }
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }
}
