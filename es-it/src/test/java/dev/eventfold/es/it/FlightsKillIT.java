package dev.eventfold.es.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job, killed with SIGKILL at random moments between its first and its last commit, and started again each time. */
final class FlightsKillIT {
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void killed_at_random_moments_the_flights_end_with_the_same_totals_and_each_effect_once() throws Exception {
        Path undisturbed = directory.resolve("undisturbed");
        String expected = runToTheEnd(undisturbed);
        assertThat(expected).isEqualTo(Expected.of(Flights.INPUT));

        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed=" + seed);
        Path killed = directory.resolve("killed");
        int misses = killAtRandomMoments(killed, logSize(undisturbed), new Random(seed));
        System.out.println("kills=" + KILLS + " missed=" + misses);

        assertThat(runToTheEnd(killed)).as("totals, seed=%d", seed).isEqualTo(expected);
        assertThat(runToTheEnd(killed)).as("a run with nothing to do").isEqualTo(expected);
        assertEachEffectOnce(killed);
    }

    /** Kills whenever the log has grown to the next of some random sizes; one that finds the program at its end does not count. */
    private static int killAtRandomMoments(Path data, long finalSize, Random random) throws Exception {
        int misses = 0;
        for (int kill = 0; kill < KILLS; ) {
            long from = Math.max(logSize(data), 1);
            long room = (finalSize - from) * 9 / 10 / (KILLS - kill);
            long target = from + 1 + (long) (random.nextDouble() * room);
            Process program = start(data);
            if (awaitLogSize(program, data, target)) {
                program.destroyForcibly();
                kill += program.waitFor() == 137 ? 1 : 0;
            } else {
                misses++;
                assertThat(misses).as("kills that missed").isLessThan(3 * KILLS);
            }
        }
        return misses;
    }

    private static boolean awaitLogSize(Process program, Path data, long target) throws IOException {
        while (program.isAlive()) {
            if (logSize(data) >= target) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
        return false;
    }

    private static String runToTheEnd(Path data) throws Exception {
        Flights.Run run = Flights.run(Flights.INPUT, data);
        assertThat(run.exitCode()).as("exit code; errors: %s", run.errors()).isZero();
        return run.summary();
    }

    private static Process start(Path data) throws IOException {
        return new ProcessBuilder(Flights.command(Flights.INPUT, data))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long logSize(Path data) throws IOException {
        long size = 0;
        for (Path segment : segments(data)) {
            size += sizeOf(segment);
        }
        return size;
    }

    private static long sizeOf(Path segment) throws IOException {
        try {
            return Files.size(segment);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    private static List<Path> segments(Path data) throws IOException {
        Path events = data.resolve("events");
        if (!Files.isDirectory(events)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(events)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertEachEffectOnce(Path data) throws IOException {
        Set<String> landings = new HashSet<>();
        Set<String> commands = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Path segment : segments(data)) {
            for (String line : Files.readAllLines(segment)) {
                JsonNode event = line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
                if (event.has("event") && !event.path("stream").asString().startsWith("$")) {
                    collect(event, commands, landings, twice);
                }
            }
        }
        assertThat(twice).as("effects that the log holds twice").isEmpty();
        assertThat(landings).hasSize(JSON.readTree(Flights.INPUT.toFile()).size());
    }

    private static void collect(JsonNode event, Set<String> commands, Set<String> landings, List<String> twice) {
        String effect =
                event.path("stream").asString() + " " + event.path("command").asString();
        if (!commands.add(effect)) {
            twice.add(effect);
        }
        if (event.path("event").asString().equals("FlightLanded")
                && !landings.add(event.path("data").toString())) {
            twice.add(event.path("data").toString());
        }
    }
}
