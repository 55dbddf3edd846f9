package counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
    @Test
    void each_event_is_echoed_once_in_the_order_of_the_log() {
        assertThat(run())
                .containsExactly(
                        "rejected: AlreadyZero, counter is already zero",
                        "counted=3 echoed=3 flows=[c-1/echo-1, c-1/echo-3, c-2/echo-2]");
    }

    @Test
    void what_the_saga_has_seen_outlives_the_program(@TempDir Path directory) {
        run(directory.toString());

        assertThat(run(directory.toString()))
                .last()
                .isEqualTo("counted=6 echoed=6"
                        + " flows=[c-1/echo-1, c-1/echo-3, c-1/echo-4, c-1/echo-6, c-2/echo-2, c-2/echo-5]");
    }

    private static List<String> run(String... args) {
        PrintStream standardOutput = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Main.main(args);
        } finally {
            System.setOut(standardOutput);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
