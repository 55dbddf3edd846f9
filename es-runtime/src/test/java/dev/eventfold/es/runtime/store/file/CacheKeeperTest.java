package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may write what can be made again from the log. */
class CacheKeeperTest {
    private static final CacheKeeper.Content CONTENT =
            new CacheKeeper.Content(1, 1, Map.of("fulfilment", 1L), Map.of(), null);

    @Test
    void nothing_is_written_after_the_last_time() {
        SimulatedDisk disk = new SimulatedDisk();
        CacheKeeper keeper = new CacheKeeper(disk, "store", FileStoreOptions.standard(), Runnable::run, null);
        keeper.keep(() -> CONTENT);
        keeper.keepLast(() -> CONTENT);
        int written = disk.operations();

        keeper.keep(() -> CONTENT);

        assertThat(written).isPositive();
        assertThat(disk.operations()).isEqualTo(written);
    }
}
