package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.ProcessManagers;
import dev.eventfold.es.benchmarks.program.Watch;
import dev.eventfold.es.benchmarks.raw.Lines;
import dev.eventfold.es.benchmarks.raw.RawJson;
import dev.eventfold.es.runtime.AggregateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process manager that sends nothing, in a warm JVM: what reading, checking and decoding the log costs. */
public final class ReactionsOnly implements Job {
    private static final int STREAMS = 1_000;
    private static final int WARM_UPS = 3;

    private Path filled = Path.of("");

    /** For the catalogue. */
    public ReactionsOnly() {}

    @Override
    public String name() {
        return "reactions-only";
    }

    @Override
    public String title() {
        return "Catch-up without commands, warm, every line checked";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("events", events(length), "streams", STREAMS);
    }

    private static int events(Length length) {
        return length.pick(20_000, 200_000, 1_000_000);
    }

    @Override
    public List<Figure> figures() {
        return List.of(Figure.of("events", "1/s", "events")
                .against("Jackson streaming, parse only", "raw")
                .atLeast(2_000_000));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        filled = Stores.filled(bench.directory("filled"), STREAMS, events(bench.length()) / STREAMS);
        for (int i = 0; i < WARM_UPS; i++) {
            pass(bench);
        }
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        double best = 0;
        for (int i = 0; i < Rate.TIMES; i++) {
            best = Math.max(best, pass(bench));
        }
        round.record("events", best);
        Lines lines = Lines.read(filled.resolve("events"));
        round.record("raw", Rate.best(lines.count(), () -> new RawJson().parse(lines)));
    }

    private double pass(Workbench bench) throws Exception {
        Path copy = Stores.copy(filled, bench.root().resolve("store"));
        try (AggregateStore store = Stores.openFast(copy)) {
            long began = System.nanoTime();
            ProcessManagers.run(store, Watch.NAME);
            return events(bench.length()) * 1e9 / (System.nanoTime() - began);
        }
    }
}
