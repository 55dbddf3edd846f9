package hotel;

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
    void the_room_is_held_and_its_key_handed_over_when_it_is_paid_for() {
        assertThat(run()).containsExactly("Room[heldFor=b-1, guest=Ada]");
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
