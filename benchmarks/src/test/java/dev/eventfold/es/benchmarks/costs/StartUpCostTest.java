package dev.eventfold.es.benchmarks.costs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.jobs.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process loads up to its first durable command and the end: most of what a start takes, and the same on every machine. */
class StartUpCostTest {
    @TempDir
    static Path directory;

    private static List<String> loaded = List.of();

    @BeforeAll
    static void start() throws IOException, InterruptedException, ClassNotFoundException {
        Path store = Stores.filled(directory.resolve("store"), 10, 10);
        Path log = directory.resolve("classes");
        Class<?> program = Class.forName("dev.eventfold.es.benchmarks.jobs.StartUpMain");

        JavaProcess.run(List.of("-Xlog:class+load:file=" + log), program, store);

        loaded = Files.readAllLines(log);
    }

    @Test
    void a_start_that_nobody_records_does_not_start_flight_recorder() {
        assertThat(loaded).noneMatch(line -> line.contains("jdk.jfr.internal"));
    }

    @Test
    void a_start_loads_few_classes_of_ours() {
        long classes = count(line -> line.contains("dev.eventfold.es") && !line.contains("Lambda"));

        System.out.println("classes of ours that a start loads: " + classes);
        assertThat(classes).isBetween(100L, 340L);
    }

    @Test
    void a_start_makes_few_classes_on_the_spot() {
        long made = count(line -> line.contains("LambdaForm$") && line.contains("__JVM_LookupDefineClass__"));

        System.out.println("classes for method handles that a start makes: " + made);
        assertThat(made).isLessThan(80);
    }

    private static long count(Predicate<String> wanted) {
        return loaded.stream().filter(wanted).count();
    }
}
