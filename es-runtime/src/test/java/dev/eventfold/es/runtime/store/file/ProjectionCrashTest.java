package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Progress;
import dev.eventfold.es.runtime.domain.SourceCommand;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A program with a projection that loses its power, or is killed, at every single operation: what is left says what the log says. */
class ProjectionCrashTest {
    private static final FileStoreOptions OPTIONS = FileStoreOptions.standard().withSegmentBytes(1_500);
    private static final int ROUNDS = 3;
    private static final int EVENTS = 4;

    @Test
    void a_projection_shows_what_the_log_says_after_any_crash() {
        SimulatedDisk undisturbed = new SimulatedDisk();
        run(undisturbed);
        int pictures = 0;
        for (int operation = 1; operation <= undisturbed.operations(); operation++) {
            SimulatedDisk disk = new SimulatedDisk().crashAt(operation);
            run(disk);
            assertShowsTheLog(disk.afterKill(), "killed after " + operation);
            for (Tear.Pattern pattern : Tear.Pattern.values()) {
                Tear.HeadFile head = Tear.HeadFile.values()[(operation + pattern.ordinal()) % 3];
                Tear tear = new Tear(pattern, head, operation * 31L + pattern.ordinal());
                assertShowsTheLog(disk.afterPowerLoss(tear), pattern + " after " + operation);
                pictures++;
            }
        }
        Figures.tried(
                "power lost at every operation of a program with a projection",
                undisturbed.operations() + " operations, " + pictures + " pictures of the disk",
                "the store opens, and the projection shows what the log says");
    }

    private static void run(SimulatedDisk disk) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                try (Scene scene = open(disk)) {
                    happen(scene);
                }
            }
        } catch (SimulatedDisk.PowerLost | StoreFailed e) {
            // As far as it came.
        }
    }

    private static Scene open(SimulatedDisk disk) {
        return Scene.on(() -> FileEventStore.open(disk, OPTIONS), Progress.class);
    }

    private static void happen(Scene scene) {
        for (int n = 0; n < EVENTS; n++) {
            scene.execute(Commands.to("src", new SourceCommand.Go("k", List.of())));
        }
        scene.store().rebuild("progress");
        scene.execute(Commands.to("src", new SourceCommand.Go("k", List.of())));
        scene.store().projection(Progress.class, "k");
    }

    private static void assertShowsTheLog(SimulatedDisk left, String picture) {
        for (int opened = 0; opened < 2; opened++) {
            try (Scene scene = open(left)) {
                int events = scene.events("source", "src").size();
                List<String> seen = scene.store()
                        .projection(Progress.class, "k")
                        .map(Progress::seen)
                        .orElse(List.of());

                assertThat(seen)
                        .as(picture)
                        .isEqualTo(IntStream.rangeClosed(1, events)
                                .mapToObj(version -> "k@" + version)
                                .toList());
                scene.execute(Commands.to("src", new SourceCommand.Go("k", List.of())));
            }
        }
    }
}
