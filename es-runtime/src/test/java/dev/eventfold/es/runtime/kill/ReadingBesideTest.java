package dev.eventfold.es.runtime.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ParcelStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A reader in this process beside a writer in another one, which is killed and started again while the reader stays. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
final class ReadingBesideTest {
    private static final int KILLS = 3;
    private static final int PARCELS = 400;

    @TempDir
    private Path temporary;

    private int next;

    @Test
    @DisplayName(
            "R4 R12 what another process has acknowledged is seen at once, though it is killed and another one goes on")
    void what_another_process_has_acknowledged_is_seen() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Path directory = Files.createDirectories(directory());
        int looks = 0;
        try (AggregateStore reader = ParcelStore.openReadOnly(directory)) {
            for (int run = 0; run <= KILLS; run++) {
                int until = run == KILLS ? Integer.MAX_VALUE : 20 + random.nextInt(60);
                looks += watch(reader, until);
            }
            assertThat(reader.events("sender", "w0")).hasSize(PARCELS);
            assertThat(reader.events(0, 0)).extracting(RecordedEvent::position).isSorted();
        }
        System.out.println("looks at the log of another process: " + looks + ", kills " + KILLS + ", seed " + seed);
    }

    private Path directory() {
        return temporary.resolve("data");
    }

    /** Looks after each acknowledgement; kills after so many of them. */
    private int watch(AggregateStore reader, int acknowledgements) throws Exception {
        Process process = start();
        int seen = 0;
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.startsWith("done")) {
                next = Integer.parseInt(line.split(" ")[1]) + 1;
                assertThat(reader.load(Sender.class, "w0").version()).isGreaterThanOrEqualTo(next);
                if (++seen == acknowledgements) {
                    process.toHandle().destroyForcibly();
                }
                line = output.readLine();
            }
        }
        process.waitFor();
        return seen;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Parcels.class.getName(),
                        directory().toString(),
                        String.valueOf(PARCELS),
                        String.valueOf(next)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
