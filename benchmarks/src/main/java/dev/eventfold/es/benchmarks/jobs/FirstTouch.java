package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.runtime.AggregateStore;
import java.util.List;
import java.util.Map;

/** The first command to each of many aggregates, and a look at as many that nobody ever heard of. */
public final class FirstTouch implements Job {
    private static final int CALLERS = 64;

    /** For the catalogue. */
    public FirstTouch() {}

    @Override
    public String name() {
        return "first-touch";
    }

    @Override
    public String title() {
        return "The first durable command to each of many aggregates; then state() of as many unknown ids, one after another";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("durability", "FSYNC", "callers", CALLERS, "aggregates", aggregates(length));
    }

    private static int aggregates(Length length) {
        return length.pick(640, 10_000, 10_000);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("first touch of all", "ms", "touch").atMost(500),
                Figure.of("state() of all", "ms", "state").atMost(100));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        run(bench, new Round());
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        int aggregates = aggregates(bench.length());
        try (AggregateStore store = AggregateStore.open(bench.directory("store"))) {
            long began = System.nanoTime();
            Callers.times(
                    aggregates,
                    CALLERS,
                    (caller, number) -> Callers.timed(
                            () -> store.execute(Commands.to("source-" + caller + "-" + number, new Source.Tick(1)))));
            long touched = System.nanoTime();
            for (int i = 0; i < aggregates; i++) {
                store.state(Source.class, "unknown-" + i);
            }
            round.record("touch", (touched - began) / 1e6);
            round.record("state", (System.nanoTime() - touched) / 1e6);
        }
    }
}
