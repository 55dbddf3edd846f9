package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.ArchivedProgram;
import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.harness.JavaRun;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.raw.FirstJsonMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** From the start of a process to its first durable command. */
public final class StartUp implements Job {
    private static final int EVENTS = 100_000;
    private static final List<String> OPTIONS = List.of("-Xmx256m");
    private static final List<String> GENERAL = List.of("-Xmx256m", "-D" + StartUpMain.GENERAL + "=true");

    private Path store = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private ArchivedProgram archived;

    @SuppressWarnings("NullAway.Init")
    private ArchivedProgram archivedRaw;

    /** For the catalogue. */
    public StartUp() {}

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public String title() {
        return "From the start of a process to its first durable command, with 100,000 events on the disk";
    }

    @Override
    public Map<String, String> settings(Length length) {
        return Settings.of("durability", "FSYNC", "events", EVENTS, "streams", 10_000);
    }

    @Override
    public int rounds(Length length) {
        return length.pick(1, 4, 15);
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("first durable command", "ms", "start")
                        .against("cold JVM, JSON by streaming, one fsync", "raw")
                        .ratioAtMost(1.3),
                Figure.of("the same with the object mapper for every payload", "ms", "general")
                        .against("cold JVM, JSON by streaming, one fsync", "raw"),
                Figure.of("the same with an archive of its classes", "ms", "archived")
                        .against("the same of the cold JVM", "raw.archived"),
                Figure.of("of it opening the store", "ms", "open"),
                Figure.of("peak memory", "MiB", "memory")
                        .against("cold JVM", "raw.memory")
                        .atMost(96));
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        store = Stores.filled(bench.directory("store"), 10_000, EVENTS / 10_000);
        archived = ArchivedProgram.of(bench.directory("archive"), OPTIONS, StartUpMain.class, store);
        archivedRaw = ArchivedProgram.of(
                bench.directory("raw-archive"),
                OPTIONS,
                FirstJsonMain.class,
                bench.directory("raw").resolve("line"));
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        JavaRun raw = JavaProcess.run(
                OPTIONS, FirstJsonMain.class, bench.directory("raw").resolve("line"));
        JavaRun general = JavaProcess.run(GENERAL, StartUpMain.class, store);
        JavaRun start = JavaProcess.run(OPTIONS, StartUpMain.class, store);
        round.record("archived", archived.run(store).doneMillis());
        round.record(
                "raw.archived",
                archivedRaw.run(bench.directory("raw").resolve("line")).doneMillis());
        round.record("raw", raw.doneMillis());
        round.record("raw.memory", raw.peakBytes() / (1 << 20));
        round.record("start", start.doneMillis());
        round.record("general", general.doneMillis());
        round.record("open", start.number("openMillis"));
        round.record("memory", start.peakBytes() / (1 << 20));
    }
}
