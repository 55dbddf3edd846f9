package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Purchased;
import dev.eventfold.es.benchmarks.program.PurchasedCodec;
import dev.eventfold.es.benchmarks.raw.RawPurchase;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.runtime.store.Json;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** One event to JSON and back: by generated code, by Jackson's object mapper, and by code that was written by hand for it. */
public final class Encoding implements Job {
    private final Purchased event = Purchased.sample();
    private final RawPurchase raw = new RawPurchase();
    private final Codec generated = Jackson.codec().withGenerated(List.of(new PurchasedCodec()));
    private final Codec general = Jackson.with(json -> json);
    private final Json json = general.write(event);
    private long sum;

    /** For the catalogue. */
    public Encoding() {}

    @Override
    public String name() {
        return "encoding";
    }

    @Override
    public String title() {
        return "One event to JSON and back, warm, on one thread";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("bytes of JSON", json.utf8().length, "times", times(length));
    }

    private static int times(Length length) {
        return length.pick(1_000, 20_000, 100_000);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("write, by hand", "1/s", "write.raw"),
                Figure.of("write, generated", "1/s", "write").against("by hand", "write.raw"),
                Figure.of("write, object mapper", "1/s", "write.general").against("by hand", "write.raw"),
                Figure.of("read, by hand", "1/s", "read.raw"),
                Figure.of("read, generated", "1/s", "read").against("by hand", "read.raw"),
                Figure.of("read, object mapper", "1/s", "read.general").against("by hand", "read.raw"));
    }

    @Override
    public void prepare(Workbench bench) {
        if (!generated.write(event).equals(json)
                || !Json.ofUtf8(raw.write(event)).equals(json)) {
            throw new IllegalStateException("not the same JSON");
        }
    }

    @Override
    public void run(Workbench bench, Round round) {
        int times = times(bench.length());
        round.record("write.raw", rate(times, () -> raw.write(event).length));
        round.record("write", rate(times, () -> generated.write(event).utf8().length));
        round.record("write.general", rate(times, () -> general.write(event).utf8().length));
        round.record("read.raw", rate(times, () -> raw.read(json.utf8()).lines().size()));
        round.record("read", rate(times, () -> lines(generated)));
        round.record("read.general", rate(times, () -> lines(general)));
        bench.progress("checked: " + sum);
    }

    private int lines(Codec codec) {
        return codec.readEvent(json, Purchased.class).lines().size();
    }

    private double rate(int times, IntSupplier once) {
        return Rate.best(times, () -> {
            for (int time = 0; time < times; time++) {
                sum += once.getAsInt();
            }
        });
    }
}
