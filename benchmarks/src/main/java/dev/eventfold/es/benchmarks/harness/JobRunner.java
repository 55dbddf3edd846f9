package dev.eventfold.es.benchmarks.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs one job in this JVM: rounds between guards, disturbed ones again, until enough are good or too many were not. */
public final class JobRunner {
    /** The measure that every round has: synced appends of one caller in a second, just before and after it. */
    public static final String PROBE = "probe";

    private final Job job;
    private final Workbench bench;
    private final List<Round> good = new ArrayList<>();
    private final List<Round> disturbed = new ArrayList<>();
    private final List<Double> probes = new ArrayList<>();

    /**
     * A runner.
     *
     * @param job the job
     * @param bench where it works
     */
    public JobRunner(Job job, Workbench bench) {
        this.job = job;
        this.bench = bench;
    }

    /**
     * Prepares the job and runs it.
     *
     * @return what came of it
     * @throws Exception what the job throws
     */
    public JobResult run() throws Exception {
        long began = System.nanoTime();
        bench.progress("preparing");
        job.prepare(bench);
        int wanted = job.rounds(bench.length());
        Guard before = guard();
        int most = wanted + bench.length().pick(0, 1, 5);
        while (good.size() < wanted && good.size() + disturbed.size() < most) {
            before = round(before);
        }
        boolean enough = good.size() >= wanted;
        List<Round> counted = new ArrayList<>(good);
        if (!enough) {
            counted.addAll(disturbed);
        }
        return new JobResult(
                job.name(),
                job.title(),
                job.settings(bench.length()),
                job.figures().stream()
                        .map(figure -> FigureResult.of(figure, counted))
                        .toList(),
                counted.size(),
                enough ? disturbed.size() : 0,
                !enough,
                Numbers.median(probes),
                Memory.peakBytes(),
                (System.nanoTime() - began) / 1e9,
                null);
    }

    private Guard round(Guard before) throws Exception {
        Round round = new Round();
        job.run(bench, round);
        Guard after = guard();
        round.record(PROBE, (before.appends() + after.appends()) / 2);
        boolean bad = before.disturbed(after);
        (bad ? disturbed : good).add(round);
        bench.progress(describe(round) + (bad ? "  disturbed" : ""));
        return after;
    }

    private String describe(Round round) {
        StringBuilder line = new StringBuilder("round " + (good.size() + disturbed.size()) + ":");
        job.figures().stream()
                .limit(3)
                .forEach(figure -> line.append("  ")
                        .append(figure.name())
                        .append(' ')
                        .append(Numbers.text(round.measure(figure.measure())))
                        .append(' ')
                        .append(figure.unit()));
        return line.append("  probe ")
                .append(Numbers.text(round.measure(PROBE)))
                .append(" 1/s")
                .toString();
    }

    private Guard guard() throws Exception {
        Duration slice = bench.length().pick(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(500));
        Guard guard = Guard.take(bench.directory("probe"), slice);
        probes.add(guard.appends());
        return guard;
    }
}
