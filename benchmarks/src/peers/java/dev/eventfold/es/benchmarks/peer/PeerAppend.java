package dev.eventfold.es.benchmarks.peer;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.JobRunner;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.WarmUp;
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

/** Durable commands of callers who wait for theirs, of a peer and of us in turns. */
final class PeerAppend implements Job {
    private final PeerKind peer;
    private final int callers;
    private final int streams;
    private final Append ours;
    private @Nullable PeerStore store;

    PeerAppend(PeerKind peer, int callers, int streams) {
        this.peer = peer;
        this.callers = callers;
        this.streams = streams;
        this.ours = new Append(Durability.FSYNC, callers, streams);
    }

    @Override
    public String name() {
        return peer.prefix() + "-" + ours.name();
    }

    @Override
    public String title() {
        return "Commands in a second of " + peer.title() + ", and ours";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return ours.settings(length);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of(peer.name(), "1/s", "peer").against("probe", JobRunner.PROBE),
                Figure.of(peer.name() + ", p50", "µs", "peer.p50"),
                Figure.of(peer.name() + ", p99", "µs", "peer.p99"),
                Figure.of("eventfold-es", "1/s", "commands").against("probe", JobRunner.PROBE),
                Figure.of("eventfold-es", "1/s", "commands").against(peer.name(), "peer"),
                Figure.of("eventfold-es, p50", "µs", "commands.p50").against(peer.name(), "peer.p50"),
                Figure.of("eventfold-es, p99", "µs", "commands.p99").against(peer.name(), "peer.p99"));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        ours.prepare(bench);
        PeerStore opened = peer.opening().open(bench.directory(peer.prefix()), true);
        store = opened;
        Callers.times(Math.max(streams, callers), callers, (caller, number) -> tick(opened, caller, number));
        WarmUp.run(bench, most -> ticks(opened, most));
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        Steady commands = ticks(Objects.requireNonNull(store), bench.length().slice());
        round.record("peer", commands.perSecond());
        round.record("peer", commands.latencies());
        ours.run(bench, round);
    }

    private Steady ticks(PeerStore to, Duration most) throws InterruptedException {
        return Callers.during(most, callers, (caller, number) -> tick(to, caller, number));
    }

    private long tick(PeerStore to, int caller, long number) {
        long stream = (number * callers + caller) % streams;
        return Callers.timed(() -> to.tick("source-" + stream));
    }
}
