package orders;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as a person would, in a JVM of its own: beside these tests there are process managers with mistakes. */
final class MainTest {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path directory;

    @Test
    void one_order_is_paid_and_sent_and_the_other_waits_for_its_payment() throws Exception {
        assertThat(run())
                .containsExactly(
                        "OrderPage[lines=[ordered 1 of bicycle, to be paid: 90000, paid, thank you, sent as parcel-of-ann]]",
                        "OrderPage[lines=[ordered 1 of bicycle, to be paid: 90000]]");
    }

    private List<String> run() throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        withoutTests(),
                        Main.class.getName(),
                        directory.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(program.waitFor()).isZero();
        return Files.readAllLines(output);
    }

    private static String withoutTests() {
        return Stream.of(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(joining(File.pathSeparator));
    }
}
