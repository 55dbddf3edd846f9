package dev.eventfold.es.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one clear line, and what was recorded before stays usable. */
final class FlightsBadInputIT {
    @TempDir
    private Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private static void assertOneLine(Flights.Run run, int exitCode, String... facts) {
        assertThat(run.errors()).as("what was printed on the error output").hasSize(1);
        assertThat(run.errors().get(0)).startsWith("flights: ").contains(facts);
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void a_missing_file_is_named() throws Exception {
        Path missing = directory.resolve("no-such.json");

        assertOneLine(Flights.run(missing, data()), 2, missing.toString());
    }

    @Test
    void a_file_that_is_not_json_is_named() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.json"), "flights, they said");

        assertOneLine(Flights.run(broken, data()), 2, broken.toString());
    }

    @Test
    void a_broken_row_is_named_and_the_rows_before_it_stay_recorded() throws Exception {
        String good = Files.readString(Flights.INPUT);
        int cut = good.indexOf("},", good.length() / 2) + 1;
        long rows = good.substring(0, cut).chars().filter(c -> c == '{').count();
        Path broken = Files.writeString(
                directory.resolve("broken.json"), good.substring(0, cut) + ",{\"date\":\"never\",\"delay\":1}]");

        Flights.Run run = Flights.run(broken, data());

        assertOneLine(run, 2, broken.toString(), "row=" + (rows + 1));
        Flights.Run mended = Flights.run(Flights.INPUT, data());
        assertThat(mended.summary()).isEqualTo(Expected.of(Flights.INPUT));
        assertThat(mended.output()).anyMatch(line -> line.contains("recorded 0, known 1000"));
    }

    @Test
    void a_locked_directory_is_named() throws Exception {
        Flights.run(Flights.INPUT, data());
        try (RandomAccessFile file = new RandomAccessFile(data().resolve("lock").toFile(), "rw");
                FileLock lock = file.getChannel().lock()) {
            assertThat(lock.isValid()).isTrue();

            Flights.Run run = Flights.run(Flights.INPUT, data());

            assertOneLine(run, 3, data().toString(), "open for writing in another process");
        }
    }

    @Test
    void a_directory_that_is_not_ours_is_named_and_left_alone() throws Exception {
        Path foreign = Files.writeString(Files.createDirectories(data()).resolve("thesis.txt"), "mine");

        Flights.Run run = Flights.run(Flights.INPUT, data());

        assertOneLine(run, 3, data().toString(), "thesis.txt");
        assertThat(data()).isDirectoryNotContaining(path -> !path.equals(foreign));
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");

        assertOneLine(
                Flights.run(Flights.INPUT, file.resolve("data")),
                3,
                file.resolve("data").toString());
    }

    @Test
    void a_disk_that_takes_no_more_is_named_and_a_later_run_ends_with_the_same_totals() throws Exception {
        Flights.Run full = Flights.runWithFilesOf(400, Flights.INPUT, data());

        assertOneLine(full, 3, data().toString());
        assertThat(Flights.run(Flights.INPUT, data()).summary()).isEqualTo(Expected.of(Flights.INPUT));
    }
}
