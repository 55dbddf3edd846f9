package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.JobRunner;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.ProcessorTime;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.WarmUp;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.benchmarks.raw.RawGroupCommit;
import dev.eventfold.es.benchmarks.raw.Steady;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Durability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Commands of callers who wait until theirs is durable (or with the operating system), over one stream or many. */
public final class Append implements Job {
    private static final int RECORD_BYTES = 256;

    private final Durability durability;
    private final int callers;
    private final int streams;
    private @Nullable AggregateStore store;

    /**
     * A job.
     *
     * @param durability when a call returns
     * @param callers how many threads call
     * @param streams over how many aggregates
     */
    public Append(Durability durability, int callers, int streams) {
        this.durability = durability;
        this.callers = callers;
        this.streams = streams;
    }

    @Override
    public String name() {
        return "append-" + (durability == Durability.FSYNC ? "durable" : "os") + "-" + callers + "x" + streams;
    }

    @Override
    public String title() {
        return "Commands in a second, each caller waiting for its own";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("durability", durability, "callers", callers, "streams", streams);
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        Figure commands = Figure.of("commands", "1/s", "commands");
        Figure p50 = Figure.of("p50", "µs", "commands.p50");
        Figure p99 = Figure.of("p99", "µs", "commands.p99");
        Figure processor = Figure.of("processor time of each", "µs", "commands.processor");
        if (durability == Durability.OS) {
            figures.addAll(List.of(callers == 1 ? commands.atLeast(300_000) : commands, p50, p99, processor));
        } else if (callers == 1) {
            figures.addAll(List.of(commands.against("probe", JobRunner.PROBE).ratioAtLeast(1.2), p50, p99, processor));
        } else {
            figures.add(commands.against("probe", JobRunner.PROBE).ratioAtLeast(12));
            figures.add(commands.against("raw group commit", "raw").ratioAtLeast(0.6));
            figures.add(p50.against("raw group commit", "raw.p50"));
            figures.add(p99.against("raw group commit", "raw.p99").ratioAtMost(2));
            figures.add(processor.against("raw group commit", "raw.processor"));
        }
        return figures;
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        AggregateStore opened = AggregateStore.builder().durability(durability).open(bench.directory("store"));
        store = opened;
        Callers.times(Math.max(streams, callers), callers, (caller, number) -> tick(opened, caller, number));
        WarmUp.run(bench, most -> run(bench, most, new Round()));
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        run(bench, bench.length().slice(), round);
    }

    private void run(Workbench bench, Duration most, Round round) throws Exception {
        AggregateStore opened = java.util.Objects.requireNonNull(store);
        record(
                round,
                "commands",
                () -> Callers.during(most, callers, (caller, number) -> tick(opened, caller, number)));
        if (callers > 1 && durability == Durability.FSYNC) {
            RawGroupCommit raw = new RawGroupCommit(bench.directory("raw"), RECORD_BYTES, callers);
            record(round, "raw", () -> raw.run(most));
        }
    }

    private static void record(Round round, String measure, Callable<Steady> load) throws Exception {
        long before = ProcessorTime.nanos();
        Steady steady = load.call();
        long processor = ProcessorTime.nanos() - before;
        round.record(measure, steady.perSecond());
        round.record(measure, steady.latencies());
        round.record(
                measure + ".processor", processor / 1e3 / steady.latencies().count());
    }

    private long tick(AggregateStore to, int caller, long number) {
        long stream = (number * callers + caller) % streams;
        return Callers.timed(() -> to.execute(Commands.to("source-" + stream, new Source.Tick(1))));
    }
}
