package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Latencies;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.EchoSaga;
import dev.eventfold.es.benchmarks.program.ProcessManagers;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.benchmarks.program.Target;
import dev.eventfold.es.benchmarks.raw.Steady;
import dev.eventfold.es.runtime.AggregateStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Callers and a live process manager at once, at a rate that both can keep. One more caller sends a command and looks until the command that
 * it causes is durable: from event to effect.
 */
public final class Mixed implements Job {
    private static final int CALLERS = 64;
    private static final int STREAMS = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration LOOK = Duration.ofNanos(20_000);
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(1);

    private @Nullable AggregateStore store;
    private long sampled;

    /** For the catalogue. */
    public Mixed() {}

    @Override
    public String name() {
        return "mixed";
    }

    @Override
    public String title() {
        return "Callers who pause between durable commands, while a process manager answers each event with a command";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of(
                "durability",
                "FSYNC",
                "callers",
                CALLERS,
                "streams",
                STREAMS,
                "pause",
                PAUSE.toMillis() + " ms",
                "looked",
                "every " + LOOK.toNanos() / 1_000 + " µs");
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("commands of callers", "1/s", "commands"),
                Figure.of("a caller waits, p50", "µs", "commands.p50"),
                Figure.of("a caller waits, p99", "µs", "commands.p99"),
                Figure.of("from event to effect, p50", "µs", "effects.p50")
                        .against("a caller waits, p50", "commands.p50"),
                Figure.of("from event to effect, p99", "µs", "effects.p99")
                        .against("a caller waits, p99", "commands.p99"));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        AggregateStore opened = AggregateStore.open(bench.directory("store"));
        ProcessManagers.start(opened, EchoSaga.NAME);
        store = opened;
        for (int i = 0; i < 3; i++) {
            run(bench, new Round());
        }
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        AggregateStore opened = Objects.requireNonNull(store);
        Duration most = bench.length().slice();
        CompletableFuture<Latencies> effects = CompletableFuture.supplyAsync(() -> sample(opened, most));
        Steady commands = Callers.during(most, CALLERS, (caller, number) -> {
            LockSupport.parkNanos(PAUSE.toNanos());
            return Callers.timed(() ->
                    opened.execute(Commands.to(Stores.id((number * CALLERS + caller) % STREAMS), new Source.Tick(1))));
        });
        round.record("commands", commands.perSecond());
        round.record("commands", commands.latencies());
        round.record("effects", effects.get());
    }

    /** Each on streams of its own, so that the effect that is seen is that of the event. */
    private Latencies sample(AggregateStore from, Duration most) {
        Latencies latencies = new Latencies();
        for (long end = System.nanoTime() + most.toNanos(); System.nanoTime() < end; ) {
            String id = "sampled-" + sampled++;
            from.execute(Commands.to(id, new Source.Tick(1)));
            long began = System.nanoTime();
            while (from.load(Target.class, id).version() == 0) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            latencies.add(System.nanoTime() - began);
            LockSupport.parkNanos(BETWEEN_SAMPLES.toNanos());
        }
        return latencies;
    }
}
