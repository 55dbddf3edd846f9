package dev.eventfold.es.benchmarks.peer;

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

/** The state of an aggregate with a long history, folded from its first event: by a peer, and by us. */
final class PeerLoad implements Job {
    private static final int STEP = 1_000;
    private static final int TIMES = 5;

    private final PeerKind peer;
    private Path theirs = Path.of("");
    private Path ours = Path.of("");

    PeerLoad(PeerKind peer) {
        this.peer = peer;
    }

    private interface Timed {
        long nanos() throws Exception;
    }

    @Override
    public String name() {
        return peer.prefix() + "-load";
    }

    @Override
    public String title() {
        return "The state of an aggregate with a long history, without snapshot; warm JVM, new store: " + peer.title()
                + ", and ours";
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
                Figure.of(peer.name(), "ms", "peer"),
                Figure.of("eventfold-es", "ms", "ours").against(peer.name(), "peer"));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        int events = events(bench.length());
        ours = bench.directory("ours");
        try (AggregateStore store = Stores.openFast(ours)) {
            for (int i = 0; i < events / STEP; i++) {
                Stores.fill(store, 0, 1, STEP);
            }
        }
        theirs = bench.directory(peer.prefix());
        try (PeerStore store = peer.opening().open(theirs, false)) {
            store.fill(Stores.id(0), events);
        }
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        long events = events(bench.length());
        round.record("peer", bestMillis(() -> ofTheirs(events)));
        round.record("ours", bestMillis(() -> ofOurs(events)));
    }

    private static double bestMillis(Timed loading) throws Exception {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            shortest = Math.min(shortest, loading.nanos());
        }
        return shortest / 1e6;
    }

    private long ofTheirs(long events) throws Exception {
        try (PeerStore store = peer.opening().open(theirs, false)) {
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
