package dev.eventfold.es.benchmarks.harness;

import java.util.stream.Collectors;

/** The run as Markdown. */
final class MarkdownReport {
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {}

    static String of(RunReport report) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.head(report);
        report.jobs().forEach(markdown::job);
        return markdown.text.toString();
    }

    private void head(RunReport report) {
        line("# Benchmarks, " + report.length().name().toLowerCase(java.util.Locale.ROOT) + " run");
        line("");
        line("- " + report.machine().text());
        line("- " + report.at() + ", `" + report.command() + "`");
        line("- Medians of rounds; a ratio is the median of the rounds' own ratios. \"Probe\": one caller, append and"
                + " `force(false)` on a growing file, " + Guard.RECORD_BYTES
                + " bytes, just before and after each round.");
        if (report.disturbed()) {
            line("- **Disturbed**: the probes around the rounds of the jobs marked so lay more than "
                    + Numbers.text(Guard.MOST_APART) + " × apart.");
        }
    }

    private void job(JobResult job) {
        line("");
        line("## " + job.name() + (job.disturbed() ? " (disturbed)" : ""));
        line("");
        line(job.title() + ". " + settings(job));
        line("");
        if (job.failure() != null) {
            line("**Failed**: " + job.failure());
            return;
        }
        line("| figure | median | range | baseline | ratio | goal |");
        line("|---|---:|---:|---:|---:|---|");
        job.figures().forEach(this::figure);
        line("");
        line(job.rounds() + " rounds, " + job.discarded() + " discarded; probe "
                + Numbers.text(job.probePerSecond()) + "/s; peak memory " + (job.peakBytes() >> 20) + " MiB; "
                + Numbers.text(job.seconds()) + " s.");
    }

    private static String settings(JobResult job) {
        return job.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", ", "", "."));
    }

    private void figure(FigureResult figure) {
        String baseline = figure.baseline();
        Double baselineMedian = figure.baselineMedian();
        Double ratio = figure.ratio();
        String goals =
                figure.goals().stream().map(goal -> goal.text(figure.unit())).collect(Collectors.joining(", "));
        line("| " + figure.name() + " | " + Numbers.text(figure.median()) + " " + figure.unit() + " | "
                + Numbers.text(figure.least()) + "–" + Numbers.text(figure.most()) + " | "
                + (baselineMedian == null ? "" : Numbers.text(baselineMedian) + " (" + baseline + ")") + " | "
                + (ratio == null ? "" : Numbers.text(ratio) + " ×") + " | " + goals + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
