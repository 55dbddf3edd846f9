package dev.eventfold.es.benchmarks;

import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.JobRunner;
import dev.eventfold.es.benchmarks.harness.Length;
import dev.eventfold.es.benchmarks.harness.ReportFiles;
import dev.eventfold.es.benchmarks.harness.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM of one job: no job meets what an earlier one left in the heap or taught the compiler. */
final class JobProcess {
    private JobProcess() {}

    static ProcessBuilder of(Job job, Length length, Path work, Path result, boolean jfr) {
        List<String> options = new ArrayList<>(job.jvmOptions());
        if (jfr) {
            Path recording = result.resolveSibling(job.name() + ".jfr");
            options.add("-XX:StartFlightRecording=settings=profile,filename=" + recording);
        }
        return new ProcessBuilder(
                JavaProcess.command(options, JobProcess.class, job.name(), length, work.toAbsolutePath(), result));
    }

    /**
     * Runs one job and writes its result.
     *
     * @param args the job's name, the length, where to work, the file for the result
     * @throws Exception what the job throws
     */
    public static void main(String... args) throws Exception {
        Workbench bench = new Workbench(Length.named(args[1]), Path.of(args[2]));
        ReportFiles.write(new JobRunner(Catalogue.job(args[0]), bench).run(), Path.of(args[3]));
        // A job may leave threads behind.
        System.exit(0);
    }
}
