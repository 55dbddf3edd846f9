package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.DeadLetter.State;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.store.Row.Blocked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A retry of what has so much behind it that it takes several commits, and an eviction, on a disk that comes to an end at any operation. */
@Execution(ExecutionMode.CONCURRENT)
class WorkingOffCrashTest {
    private static final String BUG = "crash-bug";
    private static final int PARKED = 150;

    private final List<String> first = new ArrayList<>(List.of("broken " + BUG));
    private final List<String> expected = new ArrayList<>();

    WorkingOffCrashTest() {
        IntStream.range(0, PARKED).forEach(n -> first.add("t" + n));
        expected.addAll(first);
        expected.addAll(List.of("x", "y"));
    }

    @Test
    @DisplayName(
            "R1 R2 power lost at every operation of a retry and an eviction: nothing lost, nothing doubled, the next pass goes on")
    void the_power_fails_at_every_operation() {
        int pictures = 0;
        for (long seed : Effort.seeds(1, Duration.ofSeconds(40))) {
            pictures += loseThePowerEverywhere(seed);
        }
        Figures.tried(
                "power lost at every operation of a retry of " + PARKED + " parked commands, and of an eviction",
                pictures + " pictures of the disk",
                "each command once, in order; the next pass runs what the retry was kept from");
    }

    /** What is left at each operation of one and the same run. */
    private int loseThePowerEverywhere(long seed) {
        List<SimulatedDisk> stopped = new ArrayList<>();
        SimulatedDisk whole = new SimulatedDisk();
        whole.watch(() -> stopped.add(whole.fork()));
        run(whole);
        Random random = new Random(seed);
        for (SimulatedDisk disk : stopped) {
            goOn(disk.afterPowerLoss(Tear.random(random)), seed, disk.operations());
        }
        return stopped.size();
    }

    private void run(SimulatedDisk disk) {
        Mending.undo(BUG);
        try (Scene scene = open(disk)) {
            scene.execute(
                    Commands.to("src", new SourceCommand.Begin("k", first)).withCommandId("c-1"));
            scene.run();
            Mending.mend(BUG);
            letters(scene).retryAll();
            scene.execute(Commands.to("src", new SourceCommand.Go("k", List.of("reject it", "x", "y")))
                    .withCommandId("c-2"));
            scene.run();
            letters(scene).list().forEach(letter -> letters(scene).evict(letter.id(), "no"));
        }
    }

    private void goOn(SimulatedDisk disk, long seed, int operation) {
        String where = "seed " + seed + ", operation " + operation;
        Mending.mend(BUG);
        try (Scene scene = open(disk)) {
            List<String> left = scene.done("k");
            assertThat(left).as(where).isEqualTo(expected.subList(0, left.size()));
            scene.run();
            boolean waits = letters(scene).list().isEmpty() && blocked(scene);
            assertThat(waits).as("blocked by nothing, " + where).isFalse();
            scene.execute(
                    Commands.to("src", new SourceCommand.Begin("k", first)).withCommandId("c-1"));
            scene.run();
            letters(scene).retryAll();
            scene.execute(Commands.to("src", new SourceCommand.Go("k", List.of("reject it", "x", "y")))
                    .withCommandId("c-2"));
            scene.run();
            letters(scene).list().forEach(letter -> letters(scene).evict(letter.id(), "no"));
            assertThat(scene.done("k")).as(where).isEqualTo(expected);
            assertThat(letters(scene).all().map(DeadLetter::state)).as(where).doesNotContain(State.PENDING);
            assertThat(blocked(scene)).as(where).isFalse();
        }
    }

    private static boolean blocked(Scene scene) {
        return scene.row("relay", "k")
                .filter(row -> row.blocked() != Blocked.NO)
                .isPresent();
    }

    private static DeadLetters letters(Scene scene) {
        return scene.store().deadLetters("relay");
    }

    private static Scene open(SimulatedDisk disk) {
        FileStoreOptions options = FileStoreOptions.standard().withSegmentBytes(40_000);
        return Scene.on(() -> FileEventStore.open(disk, options), Relay.class);
    }
}
