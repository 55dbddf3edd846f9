package trips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as a person would. */
final class MainTest {
    @TempDir
    private Path directory;

    @Test
    void the_trip_without_a_car_is_undone() {
        assertThat(run())
                .containsSubsequence(
                        "trip-1: Confirmed {\"tripId\":\"trip-1\"}", "9 dispatched, 1 rejected, 0 dead-lettered")
                .anyMatch(line -> line.startsWith("trip-2: CalledOff "));
    }

    private List<String> run() {
        PrintStream standardOutput = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Main.main(new String[] {directory.toString()});
        } finally {
            System.setOut(standardOutput);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
