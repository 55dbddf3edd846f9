package dev.eventfold.es.benchmarks.harness;

import dev.eventfold.es.benchmarks.harness.LogBarChart.Bar;

/** What each job did in a second, with its raw baseline below it. */
final class RatesChart {
    private static final String OURS = "#2b5c9e";
    private static final String RAW = "#b0b7bf";

    private RatesChart() {}

    static String of(RunReport report) {
        LogBarChart chart = new LogBarChart(
                "In a second: " + report.machine().jdk(),
                "Blue: eventfold-es. Grey: the raw baseline of the same rounds.",
                0);
        for (JobResult job : report.jobs()) {
            for (FigureResult figure : job.figures()) {
                if (figure.unit().equals("1/s")) {
                    add(chart, job.name() + ": " + figure.name(), figure);
                }
            }
        }
        return chart.svg();
    }

    private static void add(LogBarChart chart, String label, FigureResult figure) {
        chart.add(new Bar(label, figure.median(), OURS, Numbers.text(figure.median())));
        Double baseline = figure.baselineMedian();
        if (baseline != null) {
            chart.add(new Bar(String.valueOf(figure.baseline()), baseline, RAW, Numbers.text(baseline)));
        }
    }
}
