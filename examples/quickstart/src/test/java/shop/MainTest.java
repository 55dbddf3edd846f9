package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as a person would: in a directory of its own, because it writes to {@code data}. */
final class MainTest {
    @TempDir
    private Path directory;

    @Test
    void the_order_is_confirmed_and_its_stock_reserved() throws Exception {
        assertThat(run()).containsExactly("2 dispatched, 0 dead-lettered", "Inventory[available=8, reserved=2]");
        assertThat(directory.resolve("data/events")).isDirectoryContaining("glob:**.jsonl");
    }

    @Test
    void another_run_goes_on_where_the_first_ended() throws Exception {
        run();

        assertThat(run()).last().isEqualTo("Inventory[available=16, reserved=4]");
    }

    private List<String> run() throws IOException, InterruptedException {
        return Programs.run(directory, "shop.Main");
    }
}
