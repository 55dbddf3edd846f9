package dev.eventfold.es.benchmarks;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Length;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was typed.
 *
 * @param length how long to run
 * @param only the jobs wanted; empty for all
 * @param out where results go
 * @param work where jobs work
 * @param jfr whether each job is recorded
 * @param list whether only to list the jobs
 * @param kernel whether to run the kernel benchmarks instead of jobs
 * @param publish whether to put what was measured into the documentation
 */
record Arguments(
        Length length,
        Set<String> only,
        Path out,
        Path work,
        boolean jfr,
        boolean list,
        boolean kernel,
        boolean publish) {
    static Arguments parse(List<String> args) {
        Length length = Length.SHORT;
        Set<String> only = new TreeSet<>();
        Path base = Path.of("benchmarks", "target", "benchmarks");
        Path out = null;
        Path work = base.resolve("work");
        boolean jfr = false;
        boolean list = false;
        boolean kernel = false;
        boolean publish = false;
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            switch (arg.replaceFirst("=.*", "=")) {
                case "short", "long", "smoke" -> length = Length.named(arg);
                case "only=" -> only.addAll(Arrays.asList(value.split(",", -1)));
                case "out=" -> out = Path.of(value);
                case "work=" -> work = Path.of(value);
                case "jfr" -> jfr = true;
                case "list" -> list = true;
                case "kernel" -> kernel = true;
                case "publish" -> publish = true;
                default ->
                    throw new IllegalArgumentException("unknown argument: " + arg
                            + ". There are: short, long, smoke, only=, out=, work=, jfr, list, kernel, publish");
            }
        }
        checkNames(only);
        Path defaultOut = base.resolve(
                "jdk" + Runtime.version().feature() + "-" + length.name().toLowerCase(java.util.Locale.ROOT));
        return new Arguments(length, only, out == null ? defaultOut : out, work, jfr, list, kernel, publish);
    }

    private static void checkNames(Set<String> only) {
        List<String> known = Catalogue.jobs().stream().map(Job::name).toList();
        if (!known.containsAll(only)) {
            throw new IllegalArgumentException("unknown job: only=" + only + ", known=" + known);
        }
    }

    boolean wants(Job job) {
        return only.isEmpty() ? job.belongsTo(length) : only.contains(job.name());
    }

    String command() {
        String jobs = only.isEmpty() ? "" : " only=" + String.join(",", only);
        String peers = Catalogue.ofPeers().stream().anyMatch(this::wants) ? ",peers" : "";
        return "./mvnw -q -Pbenchmarks" + peers + " -Dbenchmarks.args=\""
                + length.name().toLowerCase(java.util.Locale.ROOT) + jobs + "\"";
    }
}
