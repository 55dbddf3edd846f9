package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.JobRunner;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.raw.AppendProbe;
import dev.eventfold.es.benchmarks.raw.Lines;
import dev.eventfold.es.benchmarks.raw.RawGroupCommit;
import dev.eventfold.es.benchmarks.raw.RawJson;
import dev.eventfold.es.benchmarks.raw.Steady;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the machine can do at all: the numbers that everything else is held against. */
public final class RawLimits implements Job {
    private static final int RECORD_BYTES = 256;
    private static final int CALLERS = 64;
    private static final int EVENTS = 100_000;

    private final RawJson json = new RawJson();
    private final Lines lines = Lines.of(
            "{\"type\":\"Ticked\",\"data\":{\"by\":1},\"ts\":1700000000,\"id\":\"2f1c7a52-6c1e-4f0e-9d7b-3a5d1c9e8b42\",\"actor\":\"u1\"}\n"
                    .repeat(EVENTS));

    @Override
    public String name() {
        return "raw-limits";
    }

    @Override
    public String title() {
        return "What disk and parser do with nothing of ours around them";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("record", RECORD_BYTES + " B", "callers of the group commit", CALLERS);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("append + force, one record", "1/s", "one").against("probe", JobRunner.PROBE),
                Figure.of("append + force p50", "µs", "one.p50"),
                Figure.of("append + force p99", "µs", "one.p99"),
                Figure.of("append + force, 64 records", "1/s", "group").against("probe", JobRunner.PROBE),
                Figure.of("append + force, 1,000 records", "1/s", "large").against("probe", JobRunner.PROBE),
                Figure.of("group commit, 64 callers", "1/s", "committed").against("probe", JobRunner.PROBE),
                Figure.of("group commit p50", "µs", "committed.p50"),
                Figure.of("group commit p99", "µs", "committed.p99"),
                Figure.of("Jackson streaming, parse", "1/s", "parsed"),
                Figure.of("Jackson streaming, parse and write", "1/s", "copied"));
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        Path directory = bench.directory("raw");
        Duration slice = bench.length().slice().dividedBy(2);
        AppendProbe append = new AppendProbe(directory, RECORD_BYTES);
        Steady one = append.run(1, slice);
        round.record("one", one.perSecond());
        round.record("one", one.latencies());
        round.record("group", append.run(64, slice).perSecond());
        round.record("large", append.run(1000, slice).perSecond());
        Steady committed = new RawGroupCommit(directory, RECORD_BYTES, CALLERS).run(slice);
        round.record("committed", committed.perSecond());
        round.record("committed", committed.latencies());
        round.record("parsed", Rate.best(EVENTS, () -> json.parse(lines)));
        round.record("copied", Rate.best(EVENTS, () -> json.copy(lines, OutputStream.nullOutputStream())));
    }
}
