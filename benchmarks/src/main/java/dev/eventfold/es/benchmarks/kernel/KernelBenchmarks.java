package dev.eventfold.es.benchmarks.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the kernel benchmarks and writes {@code kernel.md}. */
public final class KernelBenchmarks {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String GENERATED = "Generated";
    private static final String BY_HAND = "ByHand";
    private static final int FORKS = 2;

    private KernelBenchmarks() {}

    /**
     * Runs.
     *
     * @param out where the result goes
     * @param iterations of one second each, measured after as many that are not, in each of two processes
     * @throws IOException when the file cannot be written
     */
    public static void run(Path out, int iterations) throws IOException {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(KernelBenchmarks.class.getPackageName() + "\\.")
                            .addProfiler(GCProfiler.class)
                            .forks(FORKS)
                            .warmupIterations(iterations)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(iterations)
                            .measurementTime(TimeValue.seconds(1))
                            .build())
                    .run();
            Files.createDirectories(out);
            Files.writeString(out.resolve("kernel.md"), table(results));
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String table(Collection<RunResult> results) {
        Map<String, RunResult> byName = new TreeMap<>();
        for (RunResult result : results) {
            byName.put(result.getPrimaryResult().getLabel(), result);
        }
        StringBuilder table = new StringBuilder();
        table.append("| | generated | by hand | ratio | allocated | by hand |\n|---|---:|---:|---:|---:|---:|\n");
        for (Map.Entry<String, RunResult> entry : byName.entrySet()) {
            RunResult byHand = byName.get(entry.getKey().replace(GENERATED, BY_HAND));
            if (entry.getKey().endsWith(GENERATED) && byHand != null) {
                table.append(row(entry.getKey().replace(GENERATED, ""), entry.getValue(), byHand));
            }
        }
        return table.toString();
    }

    private static String row(String name, RunResult generated, RunResult byHand) {
        double nanos = generated.getPrimaryResult().getScore();
        double nanosByHand = byHand.getPrimaryResult().getScore();
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ± %.1f ns | %.1f ± %.1f ns | %.2f × | %.0f B | %.0f B |%n",
                name,
                nanos,
                generated.getPrimaryResult().getScoreError(),
                nanosByHand,
                byHand.getPrimaryResult().getScoreError(),
                nanos / nanosByHand,
                allocated(generated),
                allocated(byHand));
    }

    private static double allocated(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
        if (bytes == null) {
            throw new IllegalStateException("the profiler gave no " + ALLOCATED);
        }
        return bytes.getScore();
    }
}
