package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States that are kept in memory are kept as far as there is room. */
class LargeStatesTest {
    private static final int MEBIBYTES = 36;
    private static final int PILES = 150;

    @TempDir
    private Path directory;

    @Test
    void aggregates_may_together_be_larger_than_memory() throws Exception {
        List<String> said = SmallHeap.run(MEBIBYTES, LargeStates.class, directory, PILES);

        assertThat(said).containsExactly("sheets on the first: 2");
    }
}
