package dev.eventfold.es.runtime.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.DeadLetter.State;
import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.ParcelStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Processes killed with SIGKILL at random moments; then a check of the whole history against what they had acknowledged. */
@Order(3)
@Execution(ExecutionMode.CONCURRENT)
final class RealKillsTest {
    private static final int ALWAYS = 50;
    private static final int KILLS = Integer.getInteger("kills", Effort.rounds(ALWAYS, 200));
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int WRITERS = 3;
    private static final int PARCELS = 20 * KILLS;
    private static final int SIGKILLED = 128 + 9;

    @TempDir
    private Path temporary;

    private final int[] next = new int[WRITERS];
    private ParcelsProgram program;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @DisplayName("W-05 W-06 R1 R2 killed over and over, every effect is there once and in order")
    void killed_over_and_over_every_effect_is_there_once_and_in_order() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed=" + seed);
        program = ParcelsProgram.prepare(temporary);
        Random random = new Random(seed);
        int kills = 0;
        int rounds = 0;
        long began = System.nanoTime();
        while (kills < KILLS && IntStream.of(next).anyMatch(number -> number < PARCELS) && !isLate(kills, began)) {
            rounds++;
            kills += runAndKill(random) ? 1 : 0;
            if (rounds % 20 == 0) {
                Effort.progress("kills: " + kills + " of " + KILLS);
            }
        }
        System.out.println("kills=" + kills + " rounds=" + rounds + " acknowledged="
                + IntStream.of(next).sum());
        assertThat(kills).as("kills in the middle of the work").isGreaterThanOrEqualTo(Math.min(KILLS, ALWAYS));
        Figures.tried(
                "child processes with three writers, live process managers (timeouts, delayed and postponed commands, answers to "
                        + "rejections, retries, evictions and rebuilds), a projection, a subscriber and snapshots killed with SIGKILL",
                kills + " kills, " + IntStream.of(next).sum() + " commands acknowledged",
                "history of every stream, dead letter and process state: each effect once, in order; the projection and the states of "
                        + "aggregates show it, the world was told of it in order");

        int parcels = Math.min(PARCELS, IntStream.of(next).max().orElseThrow() + 100);
        Process last = start(parcels);
        try (BufferedReader output = last.inputReader()) {
            assertThat(output.lines().toList()).last().asString().startsWith("done");
        }
        assertThat(directory().resolve("snapshots"))
                .as("snapshots, which states begin with")
                .isNotEmptyDirectory();
        try (ParcelStore store = ParcelStore.open(directory())) {
            check(store, parcels);
            checkWorld(store);
        }
    }

    private Path directory() {
        return temporary.resolve("data");
    }

    /** Whether a long run has used up its time; no other is measured by the clock. */
    private static boolean isLate(int kills, long began) {
        return kills >= ALWAYS && System.nanoTime() - began > LONGEST.toNanos();
    }

    private Process start(int parcels) throws IOException {
        return program.start(directory(), parcels, IntStream.of(next).boxed().toList());
    }

    /** Kills after some acknowledgements and a moment more. */
    private boolean runAndKill(Random random) throws Exception {
        int acknowledgements = random.nextInt(40);
        long moment = random.nextInt(2_000_000);
        Process process = start(PARCELS);
        try (BufferedReader output = process.inputReader()) {
            String line = "";
            for (int seen = 0; seen < acknowledgements && line != null; seen++) {
                line = acknowledge(output.readLine());
            }
            LockSupport.parkNanos(moment);
            // Of the handle, because that of the process closes its output, and with it what it had acknowledged.
            process.toHandle().destroyForcibly();
            while (line != null) {
                line = acknowledge(output.readLine());
            }
        }
        int exitCode = process.waitFor();
        assertThat(exitCode).as("exit code: killed, or done").isIn(SIGKILLED, 0);
        return exitCode == SIGKILLED;
    }

    private String acknowledge(String line) {
        if (line != null && line.matches("\\d+ \\d+")) {
            String[] words = line.split(" ");
            next[Integer.parseInt(words[0])] = Integer.parseInt(words[1]) + 1;
        }
        return line;
    }

    private static void check(ParcelStore parcels, int ofEach) {
        List<String> expected = IntStream.range(0, ofEach)
                .mapToObj(number -> "parcel-" + number + ".0")
                .toList();
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(parcels.store().events("sender", "w" + writer))
                    .extracting(RecordedEvent::eventId)
                    .as("what writer %d sent", writer)
                    .isEqualTo(expected);
        }
        List<ParcelSent> sent = parcels.store()
                .events(0, 0)
                .filter(event -> event.aggregate().equals("sender"))
                .map(event -> event.as(ParcelSent.class))
                .toList();
        assertThat(sent).hasSize(WRITERS * ofEach);
        sent.stream()
                .collect(Collectors.groupingBy(ParcelSent::lane))
                .forEach((lane, ofLane) -> check(parcels, lane, ofLane));
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int number = 0; number < ofEach; number++) {
                if (Parcels.isWatched(number)) {
                    check(parcels, Parcels.watch(writer, number));
                }
            }
        }
        long delivered =
                sent.stream().filter(parcel -> !Lane.refuses(parcel.number())).count();
        assertThat(state(parcels, "clerk", "")).isEqualTo("{\"parcels\":" + delivered + "}");
    }

    /** Of each watch the world was told in order, at least once; its answer is one of the notes. */
    private void checkWorld(ParcelStore parcels) throws IOException {
        assertThat(new LinkedHashSet<>(Announcer.told(Parcels.world(directory()))))
                .as("what the world was told, each the first time")
                .containsExactlyElementsOf(parcels.store()
                        .events(0, 0)
                        .filter(event ->
                                event.event().equals("Opened") || event.event().equals("GotReady"))
                        .map(event -> event.instanceId() + "@" + event.version())
                        .toList());
    }

    /** Timeouts, delayed and postponed commands, answers to rejections, retries and evictions: each once. */
    private static void check(ParcelStore parcels, String watch) {
        assertThat(Watchman.notes(parcels.store(), watch))
                .as("what was noted in %s", watch)
                .containsExactlyInAnyOrderElementsOf(Watchman.NOTES)
                .containsSubsequence("waits", "fails", "comes last");
        assertThat(parcels.store().state(Watch.class, watch))
                .as("the state of %s", watch)
                .isEqualTo(new Watch(true, true));
        assertThat(state(parcels, "guard", watch))
                .as("what the guard of %s has seen", watch)
                .containsOnlyOnce("opened")
                .containsOnlyOnce("refused")
                .containsOnlyOnce("round")
                .containsOnlyOnce("ready");
        assertThat(parcels.store().processes("guard").find(watch).orElseThrow().timeouts())
                .as("what is pending in %s", watch)
                .isEmpty();
        assertThat(parcels.store()
                        .deadLetters("guard")
                        .all()
                        .filter(letter -> letter.key().equals(watch))
                        .map(DeadLetter::state))
                .as("dead letters of %s", watch)
                .containsExactly(State.RETRIED, State.EVICTED);
    }

    private static void check(ParcelStore parcels, String lane, List<ParcelSent> sent) {
        List<String> delivered = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        sent.forEach(parcel -> (Lane.refuses(parcel.number()) ? refused : delivered).add(parcel.parcel()));

        assertThat(parcels.store().events("lane", lane))
                .extracting(event -> event.as(ParcelDelivered.class).parcel())
                .as("what was delivered to %s", lane)
                .isEqualTo(delivered);
        assertThat(parcels.store().events("ledger", lane))
                .extracting(event -> event.as(ParcelBooked.class).parcel())
                .as("what was booked of %s", lane)
                .isEqualTo(delivered);
        assertThat(parcels.store()
                        .deadLetters("courier")
                        .all()
                        .filter(letter -> letter.key().equals(lane)))
                .extracting(DeadLetter::event)
                .extracting(event -> event.as(ParcelSent.class).parcel())
                .as("what %s refused", lane)
                .isEqualTo(refused);
        assertThat(parcels.store().state(Lane.class, lane)).isEqualTo(new Lane(delivered.size()));
        assertThat(parcels.store().state(Ledger.class, lane)).isEqualTo(new Ledger(delivered.size()));
        assertThat(state(parcels, "courier", lane)).isEqualTo("{\"parcels\":" + sent.size() + "}");
        String last = delivered.get(delivered.size() - 1);
        assertThat(parcels.store().projection(Deliveries.class, lane))
                .as("what the projection shows of %s", lane)
                .contains(new Deliveries(delivered.size(), last, delivered.size(), last));
    }

    private static String state(ParcelStore parcels, String processManager, String key) {
        return parcels.store().processes(processManager).find(key).orElseThrow().stateJson();
    }
}
