package dev.eventfold.es.benchmarks.kernel;

import dev.eventfold.es.benchmarks.program.Purchased;
import dev.eventfold.es.benchmarks.program.PurchasedCodec;
import dev.eventfold.es.benchmarks.raw.RawPurchase;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.runtime.store.Json;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A payload to JSON and back: by the generated codec, and by streaming code that was written by hand for it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Payload {
    private final Codec codec = Jackson.codec().withGenerated(List.of(new PurchasedCodec()));
    private final RawPurchase raw = new RawPurchase();
    private final Purchased event = Purchased.sample();
    private final Json json = codec.write(event);

    /** For JMH. */
    public Payload() {}

    /**
     * By the generated codec.
     *
     * @return the JSON
     */
    @Benchmark
    public Json encodeGenerated() {
        return codec.write(event);
    }

    /**
     * By hand.
     *
     * @return the JSON
     */
    @Benchmark
    public Json encodeByHand() {
        return Json.ofUtf8(raw.write(event));
    }

    /**
     * By the generated codec.
     *
     * @return the event
     */
    @Benchmark
    public Purchased decodeGenerated() {
        return codec.readEvent(json, Purchased.class);
    }

    /**
     * By hand.
     *
     * @return the event
     */
    @Benchmark
    public Purchased decodeByHand() {
        return raw.read(json.utf8());
    }
}
