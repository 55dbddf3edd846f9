package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the service as a person would: in a directory of its own, because it writes to {@code data}. */
final class ServiceTest {
    @TempDir
    private Path directory;

    @Test
    void the_order_is_confirmed_when_its_flow_is_settled_and_its_process_has_ended() throws Exception {
        assertThat(Programs.run(directory, "shop.Service"))
                .containsExactly(
                        "settled: true", "confirmed: true", "fulfilment RUNNING, lag 0, blocked 0, failures 0");
    }
}
