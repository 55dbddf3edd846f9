package dev.eventfold.es.benchmarks.harness;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a job.
 *
 * @param name the job
 * @param title what it shows
 * @param settings what was chosen
 * @param figures the figures; empty when it failed
 * @param rounds how many rounds the figures are made of
 * @param discarded how many rounds were thrown away because the probes around them lay too far apart
 * @param disturbed whether even the rounds that count lay between such probes
 * @param probePerSecond synced appends of one caller in a second, the median of all probes
 * @param peakBytes peak memory of the job's process, baselines included
 * @param seconds how long it took in all
 * @param failure what went wrong; null when nothing did
 */
public record JobResult(
        String name,
        String title,
        Map<String, String> settings,
        List<FigureResult> figures,
        int rounds,
        int discarded,
        boolean disturbed,
        double probePerSecond,
        long peakBytes,
        double seconds,
        @Nullable String failure) {

    /**
     * A job that failed.
     *
     * @param job the job
     * @param length the length of the run
     * @param failure what went wrong
     * @return without figures
     */
    public static JobResult failed(Job job, Length length, String failure) {
        return new JobResult(job.name(), job.title(), job.settings(length), List.of(), 0, 0, false, 0, 0, 0, failure);
    }
}
