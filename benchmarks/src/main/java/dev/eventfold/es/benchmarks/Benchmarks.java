package dev.eventfold.es.benchmarks;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.JobResult;
import dev.eventfold.es.benchmarks.harness.Machine;
import dev.eventfold.es.benchmarks.harness.Publication;
import dev.eventfold.es.benchmarks.harness.ReportFiles;
import dev.eventfold.es.benchmarks.harness.RunReport;
import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.kernel.KernelBenchmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the catalogue, or some of it, and writes {@code results.md}, {@code results.json} and charts.
 *
 * <p>Arguments: {@code short}, {@code long} or {@code smoke}; {@code only=<name>,<name>}; {@code out=<directory>};
 * {@code work=<directory>}, on the disk to be measured; {@code jfr} for a flight recording of each job; {@code list};
 * {@code kernel} for the kernel benchmarks instead, by JMH; {@code publish} to put what was measured into the
 * documentation. What an earlier run of the same length measured is kept for the jobs that are not run again.
 */
public final class Benchmarks {
    private final Arguments arguments;
    private final List<Job> jobs;

    private Benchmarks(Arguments arguments) {
        this.arguments = arguments;
        this.jobs = Catalogue.jobs().stream().filter(arguments::wants).toList();
    }

    /**
     * Runs.
     *
     * @param args see above
     * @throws Exception when the disk fails or the run is interrupted
     */
    public static void main(String... args) throws Exception {
        Arguments arguments = Arguments.parse(List.of(args));
        if (arguments.list()) {
            Catalogue.jobs().forEach(job -> System.out.println(job.name() + ": " + job.title()));
            return;
        }
        if (arguments.publish()) {
            new Publication(Path.of("benchmarks", "target", "benchmarks"), Path.of("docs")).publish();
            return;
        }
        if (arguments.kernel()) {
            KernelBenchmarks.run(arguments.out(), arguments.length().pick(1, 3, 5));
            return;
        }
        boolean failed = new Benchmarks(arguments).run().jobs().stream().anyMatch(job -> job.failure() != null);
        System.exit(failed ? 1 : 0);
    }

    private RunReport run() throws IOException, InterruptedException {
        Files.createDirectories(arguments.work());
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Machine machine = Machine.here(arguments.work());
        List<JobResult> results = new ArrayList<>();
        for (Job job : jobs) {
            System.out.println("[" + (results.size() + 1) + "/" + jobs.size() + "] " + job.name());
            results.add(run(job));
            // After each job, so that a run that is broken off leaves what it has.
            RunReport run = new RunReport(machine, arguments.length(), at, arguments.command(), results);
            ReportFiles.write(withEarlier(run), arguments.out());
        }
        System.out.println("Results: " + arguments.out().resolve("results.md"));
        return new RunReport(machine, arguments.length(), at, arguments.command(), results);
    }

    private RunReport withEarlier(RunReport run) throws IOException {
        return Files.exists(arguments.out().resolve("results.json"))
                ? run.with(
                        ReportFiles.readRun(arguments.out()),
                        Catalogue.jobs().stream().map(Job::name).toList())
                : run;
    }

    private JobResult run(Job job) throws IOException, InterruptedException {
        Path result = arguments.work().resolve(job.name() + ".json");
        Files.deleteIfExists(result);
        Path work = arguments.work().resolve(job.name());
        int exit = JobProcess.of(job, arguments.length(), work, result, arguments.jfr())
                .inheritIO()
                .start()
                .waitFor();
        Workbench.delete(work);
        if (exit != 0 || !Files.exists(result)) {
            return JobResult.failed(job, arguments.length(), "its process ended with " + exit + ", see its output");
        }
        JobResult read = ReportFiles.read(result);
        Files.delete(result);
        return read;
    }
}
