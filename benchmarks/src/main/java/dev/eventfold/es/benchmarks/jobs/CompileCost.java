package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.compile.Compilation;
import dev.eventfold.es.benchmarks.compile.CopyingProcessor;
import dev.eventfold.es.benchmarks.compile.ProgramSize;
import dev.eventfold.es.benchmarks.compile.ProgramSources;
import dev.eventfold.es.benchmarks.harness.Figure;
import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.harness.JavaRun;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.Round;
import dev.eventfold.es.benchmarks.harness.Workbench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processor's share of javac's time. Three compiles with the same classes as result: with the processor; without it, its output given
 * as sources like the rest; and with a processor that only copies that output, which shows how much of the share is javac's own price for
 * any processor that writes sources (a second round: all sources are entered again).
 */
public final class CompileCost implements Job {
    private final String classPath = jars("es-api", "es-runtime", "jackson", "jspecify");
    private Path program = Path.of("");
    private Path generated = Path.of("");

    /** For the catalogue. */
    public CompileCost() {}

    @Override
    public String name() {
        return "compile-cost";
    }

    @Override
    public String title() {
        return "The processor's share of javac's time, cold (a javac of its own) and warm (in a daemon)";
    }

    @Override
    public Map<String, String> settings(Length length) {
        ProgramSize size = ProgramSize.of(length);
        return Settings.of(
                "aggregates", size.aggregates(),
                "events", size.aggregates() * size.events(),
                "commands", size.aggregates() * size.commands(),
                "process managers", size.processManagers(),
                "compiles in each JVM", compiles(length));
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.of("share of javac's time, cold", "%", "share.first").atMost(30),
                Figure.of("share of javac's time, warm", "%", "share.later").atMost(30),
                Figure.of("of it any processor's, cold", "%", "floor.first"),
                Figure.of("of it any processor's, warm", "%", "floor.later"),
                Figure.of("share of processor time (all threads), cold", "%", "share.cpu"),
                Figure.of("with the processor, cold", "ms", "with.first").against("without it", "without.first"),
                Figure.of("with the processor, warm", "ms", "with.later").against("without it", "without.later"));
    }

    /** A round takes ten minutes. */
    @Override
    public boolean belongsTo(Length length) {
        return length == Length.LONG;
    }

    @Override
    public int rounds(Length length) {
        return length.pick(1, 1, 3);
    }

    private static int compiles(Length length) {
        return length.pick(1, 4, 4);
    }

    @Override
    public void prepare(Workbench bench) throws Exception {
        program = bench.directory("program");
        generated = bench.root().resolve("generated");
        ProgramSources.write(ProgramSize.of(bench.length()), program);
        Path output = bench.directory("once");
        compile(1, program.toString(), output, processor());
        Workbench.delete(generated);
        Files.move(output.resolve("sources"), generated);
    }

    @Override
    public void run(Workbench bench, Round round) throws Exception {
        int times = compiles(bench.length());
        Path output = bench.directory("output");
        bench.progress("without the processor");
        JavaRun without = compile(times, program + File.pathSeparator + generated, output, List.of("-proc:none"));
        bench.progress("with the processor");
        JavaRun with = compile(times, program.toString(), output, processor());
        bench.progress("with one that only copies");
        JavaRun copying = compile(times, program.toString(), output, copier());
        for (String when : List.of("first", "later", "cpu")) {
            round.record("without." + when, without.number(when));
            round.record("with." + when, with.number(when));
            round.record("share." + when, 100 * (1 - without.number(when) / with.number(when)));
            round.record("floor." + when, 100 * (copying.number(when) - without.number(when)) / with.number(when));
        }
    }

    private JavaRun compile(int times, String sources, Path output, List<String> options)
            throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of(times, sources, output, "-cp", classPath));
        arguments.addAll(options);
        return JavaProcess.run(List.of("-Xmx2g"), Compilation.class, arguments.toArray());
    }

    private static List<String> processor() {
        return List.of("-processorpath", jars("es-processor", "javapoet"));
    }

    private List<String> copier() {
        return List.of(
                "-processorpath",
                System.getProperty("java.class.path"),
                "-processor",
                CopyingProcessor.class.getName(),
                "-Acopy.from=" + generated);
    }

    /** The entries of this program's own class path whose path names one of these. */
    private static String jars(String... parts) {
        return String.join(
                File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry -> Stream.of(parts).anyMatch(entry::contains))
                        .toList());
    }
}
