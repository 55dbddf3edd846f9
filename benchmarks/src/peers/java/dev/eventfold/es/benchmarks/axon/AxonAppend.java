package dev.eventfold.es.benchmarks.axon;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.JobRunner;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.jobs.Append;
import dev.eventfold.es.benchmarks.jobs.Callers;
import dev.eventfold.es.benchmarks.raw.Steady;
import dev.eventfold.es.runtime.Durability;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Durable commands of callers who wait for theirs, of Axon and of us in turns. */
public final class AxonAppend implements Job {
    private final int callers;
    private final int streams;
    private final Append ours;
    private @Nullable AxonStore store;

    /**
     * A job.
     *
     * @param callers how many threads call
     * @param streams over how many aggregates
     */
    public AxonAppend(int callers, int streams) {
        this.callers = callers;
        this.streams = streams;
        this.ours = new Append(Durability.FSYNC, callers, streams);
    }

    @Override
    public String name() {
        return "axon-" + ours.name();
    }

    @Override
    public String title() {
        return "Commands in a second of Axon on SQLite, and ours";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return ours.settings(length);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("Axon", "1/s", "axon").against("probe", JobRunner.PROBE),
                Figure.of("Axon, p50", "µs", "axon.p50"),
                Figure.of("Axon, p99", "µs", "axon.p99"),
                Figure.of("eventfold-es", "1/s", "commands").against("Axon", "axon"),
                Figure.of("eventfold-es, p50", "µs", "commands.p50").against("Axon", "axon.p50"),
                Figure.of("eventfold-es, p99", "µs", "commands.p99").against("Axon", "axon.p99"));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        ours.prepare(bench);
        AxonStore opened = AxonStore.open(bench.directory("axon"));
        store = opened;
        Callers.times(Math.max(streams, callers), callers, (caller, number) -> tick(opened, caller, number));
        Duration warmUp = bench.length().pick(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(8));
        Callers.during(warmUp, callers, (caller, number) -> tick(opened, caller, number));
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        AxonStore opened = Objects.requireNonNull(store);
        Steady commands =
                Callers.during(bench.length().slice(), callers, (caller, number) -> tick(opened, caller, number));
        round.record("axon", commands.perSecond());
        round.record("axon", commands.latencies());
        ours.run(bench, round);
    }

    private long tick(AxonStore to, int caller, long number) {
        long stream = (number * callers + caller) % streams;
        return Callers.timed(() -> to.commands().sendAndWait(new AxonSource.Tick("source-" + stream, 1)));
    }
}
