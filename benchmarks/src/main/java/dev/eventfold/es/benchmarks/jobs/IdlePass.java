package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.ProcessManagers;
import dev.eventfold.es.benchmarks.program.Watch;
import dev.eventfold.es.runtime.AggregateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A pass that finds nothing to do. */
public final class IdlePass implements Job {
    private static final int PASSES = 200_000;

    private final List<AggregateStore> stores = new ArrayList<>();

    /** For the catalogue. */
    public IdlePass() {}

    @Override
    public String name() {
        return "idle-pass";
    }

    @Override
    public String title() {
        return "A pass of one process manager that has nothing to do, whatever the number of streams";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("streams", "100, 10,000 and " + Settings.number(many(length)));
    }

    private static int many(Length length) {
        return length.pick(20_000, 100_000, 1_000_000);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("100 streams", "ns", "pass.0").atMost(1000),
                Figure.of("10,000 streams", "ns", "pass.1")
                        .against("100 streams", "pass.0")
                        .atMost(1000),
                Figure.of("the most streams", "ns", "pass.2")
                        .against("100 streams", "pass.0")
                        .atMost(1000)
                        .ratioAtMost(1.5));
    }

    @Override
    public void prepare(Workbench bench) {
        for (int streams : List.of(100, 10_000, many(bench.length()))) {
            AggregateStore store = Stores.openFast(bench.directory("store-" + streams));
            Stores.fill(store, 0, streams, 1);
            ProcessManagers.run(store, Watch.NAME);
            nanosOfOne(store);
            stores.add(store);
        }
    }

    @Override
    public void run(Workbench bench, Round round) {
        for (int i = 0; i < stores.size(); i++) {
            round.record("pass." + i, nanosOfOne(stores.get(i)));
        }
    }

    private static double nanosOfOne(AggregateStore store) {
        long began = System.nanoTime();
        for (int i = 0; i < PASSES; i++) {
            ProcessManagers.run(store, Watch.NAME);
        }
        return (System.nanoTime() - began) / (double) PASSES;
    }
}
