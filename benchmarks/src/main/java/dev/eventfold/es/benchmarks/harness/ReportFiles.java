package dev.eventfold.es.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads results: JSON for programs, Markdown for people, charts. */
public final class ReportFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportFiles() {}

    /**
     * Writes {@code results.json}, {@code results.md} and the charts.
     *
     * @param report the run
     * @param directory where to
     * @throws IOException when the disk fails
     */
    public static void write(RunReport report, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.write(directory.resolve("results.json"), JSON.writeValueAsBytes(report));
        Files.writeString(directory.resolve("results.md"), MarkdownReport.of(report));
        Files.writeString(directory.resolve("goals.svg"), GoalsChart.of(report));
        Files.writeString(directory.resolve("rates.svg"), RatesChart.of(report));
    }

    /**
     * Hands the result of a job to the process that started it.
     *
     * @param result the result
     * @param file where to
     * @throws IOException when the disk fails
     */
    public static void write(JobResult result, Path file) throws IOException {
        Files.write(file, JSON.writeValueAsBytes(result));
    }

    /**
     * Reads the result of a job.
     *
     * @param file what {@link #write(JobResult, Path)} wrote
     * @return the result
     * @throws IOException when the disk fails
     */
    public static JobResult read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), JobResult.class);
    }

    /**
     * Reads a run.
     *
     * @param directory where it was written
     * @return the run
     * @throws IOException when it cannot be read
     */
    public static RunReport readRun(Path directory) throws IOException {
        return JSON.readValue(Files.readAllBytes(directory.resolve("results.json")), RunReport.class);
    }
}
