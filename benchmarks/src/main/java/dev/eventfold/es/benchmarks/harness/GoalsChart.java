package dev.eventfold.es.benchmarks.harness;

import dev.eventfold.es.benchmarks.harness.LogBarChart.Bar;

/** How far each figure is from its goal. */
final class GoalsChart {
    private static final String MET = "#2a7f62";
    private static final String MISSED = "#c1440e";

    private GoalsChart() {}

    static String of(RunReport report) {
        LogBarChart chart = new LogBarChart(
                "Goals: " + report.machine().jdk(),
                "The line is the goal. To the right of it is better: 2 is twice as good as asked.",
                1);
        for (JobResult job : report.jobs()) {
            for (FigureResult figure : job.figures()) {
                for (GoalResult goal : figure.goals()) {
                    double margin = goal.goal().margin(goal.measured());
                    String label = job.name() + ": " + figure.name();
                    chart.add(new Bar(label, margin, goal.met() ? MET : MISSED, Numbers.text(margin)));
                }
            }
        }
        return chart.svg();
    }
}
