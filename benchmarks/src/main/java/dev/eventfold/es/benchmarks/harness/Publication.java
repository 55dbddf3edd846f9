package dev.eventfold.es.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what was measured into the documentation: the goals of every JDK side by side, the full results, the charts. */
public final class Publication {
    static final String BEGIN = "<!-- what follows is written by the benchmarks: publish -->\n";
    static final String END = "<!-- until here -->\n";

    private final Path results;
    private final Path docs;

    /**
     * From one place to another.
     *
     * @param results the directory with one for each run
     * @param docs the directory of the documentation
     */
    public Publication(Path results, Path docs) {
        this.results = results;
        this.docs = docs;
    }

    /**
     * Publishes. Of two runs on one JDK the long one counts.
     *
     * @throws IOException when a file cannot be read or written
     */
    public void publish() throws IOException {
        Map<String, RunReport> byJdk = new TreeMap<>();
        for (Path run : runs()) {
            String jdk = run.getFileName().toString().replaceFirst("-.*", "");
            byJdk.put(jdk, ReportFiles.readRun(run));
            Path pages = Files.createDirectories(docs.resolve("performance"));
            copy(run.resolve("results.md"), pages.resolve(jdk + ".md"));
            copy(run.resolve("goals.svg"), pages.resolve("goals-" + jdk + ".svg"));
            copy(run.resolve("rates.svg"), pages.resolve("rates-" + jdk + ".svg"));
        }
        Path page = docs.resolve("performance.md");
        Files.writeString(page, replaced(Files.readString(page), text(byJdk)));
    }

    /** Short ones first, so that a long one comes after and counts. */
    private List<Path> runs() throws IOException {
        try (Stream<Path> all = Files.list(results)) {
            return all.filter(run -> Files.exists(run.resolve("results.json")))
                    .filter(run -> run.getFileName().toString().matches("jdk\\d+-(short|long)"))
                    .sorted(Comparator.comparing(
                                    (Path run) -> run.getFileName().toString().endsWith("-long"))
                            .thenComparing(Path::toString))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String replaced(String page, String text) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IllegalStateException("the page has no place for what is measured: " + BEGIN + END);
        }
        return page.substring(0, begin) + text + page.substring(end);
    }

    static String text(Map<String, RunReport> byJdk) {
        StringBuilder text = new StringBuilder("\n");
        byJdk.forEach((jdk, run) -> text.append("- **")
                .append(jdk)
                .append("**: ")
                .append(run.machine().text())
                .append("; ")
                .append(run.at())
                .append(", `")
                .append(run.command())
                .append("`; all figures: [")
                .append(jdk)
                .append("](performance/")
                .append(jdk)
                .append(".md)\n"));
        text.append("\n| job | figure | ")
                .append(byJdk.keySet().stream().map(jdk -> jdk + " | goal").collect(Collectors.joining(" | ")))
                .append(" |\n|---|---|")
                .append("---:|---|".repeat(byJdk.size()))
                .append('\n');
        cells(byJdk)
                .forEach((name, cells) ->
                        text.append(name).append(String.join("", cells)).append('\n'));
        byJdk.keySet()
                .forEach(jdk -> text.append("\n![Goals, ")
                        .append(jdk)
                        .append("](performance/goals-")
                        .append(jdk)
                        .append(".svg)\n\n![Rates, ")
                        .append(jdk)
                        .append("](performance/rates-")
                        .append(jdk)
                        .append(".svg)\n"));
        return text.append('\n').toString();
    }

    /** The row of each figure with a goal, in the order of the report. */
    private static Map<String, List<String>> cells(Map<String, RunReport> byJdk) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        int before = 0;
        for (RunReport run : byJdk.values()) {
            for (JobResult job : run.jobs()) {
                for (FigureResult figure : job.figures()) {
                    if (!figure.goals().isEmpty()) {
                        List<String> cells = rows.computeIfAbsent(name(job, figure), name -> new ArrayList<>());
                        fill(cells, before);
                        cells.add(cell(job, figure));
                    }
                }
            }
            before++;
            int wanted = before;
            rows.values().forEach(cells -> fill(cells, wanted));
        }
        return rows;
    }

    private static void fill(List<String> cells, int wanted) {
        while (cells.size() < wanted) {
            cells.add(" | |");
        }
    }

    private static String name(JobResult job, FigureResult figure) {
        String against = figure.baseline() == null ? "" : ", against " + figure.baseline();
        return "| " + job.name() + " | " + figure.name() + against + " |";
    }

    private static String cell(JobResult job, FigureResult figure) {
        Double ratio = figure.ratio();
        String goals =
                figure.goals().stream().map(goal -> goal.text(figure.unit())).collect(Collectors.joining(", "));
        return " " + Numbers.text(figure.median()) + " " + figure.unit()
                + (ratio == null ? "" : " = " + Numbers.text(ratio) + " ×") + (job.disturbed() ? " (disturbed)" : "")
                + " | " + goals + " |";
    }
}
