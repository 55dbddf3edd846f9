package counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Snapshots;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    @TempDir
    private Path directory;

    private AggregateStore open() {
        return AggregateStore.builder().snapshots(Snapshots.every(1_000)).open(directory);
    }

    @Test
    void a_long_history_is_kept_as_a_state_too() {
        try (AggregateStore store = open()) {
            for (int n = 1; n < 1_100; n++) {
                store.executeAsync(Commands.to("c-1", new CounterCommand.Increment()));
            }
            store.execute(Commands.to("c-1", new CounterCommand.Increment()));
        }

        assertThat(directory.resolve("snapshots/states.jsonl")).content().contains("\"state\":{\"value\":1100}");
        try (AggregateStore store = open()) {
            assertThat(store.state(Counter.class, "c-1").value()).isEqualTo(1_100);
        }
    }
}
