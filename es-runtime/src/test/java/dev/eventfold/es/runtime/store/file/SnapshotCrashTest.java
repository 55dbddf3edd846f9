package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.Later;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.Snapshots;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.keeping.Diary;
import dev.eventfold.es.runtime.keeping.Note;
import dev.eventfold.es.runtime.keeping.Noted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program with snapshots that loses its power, is killed, or whose disk fails, at every single operation: what is left says what the log says. */
class SnapshotCrashTest {
    private static final FileStoreOptions OPTIONS = FileStoreOptions.standard().withSegmentBytes(1_200);
    private static final int ROUNDS = 3;
    private static final int EVENTS = 5;
    private static final int OPENINGS = Effort.rounds(1, 2);
    private static final int KILLS = Effort.rounds(4, 1);
    private static final int PATTERNS = Effort.rounds(1, Tear.Pattern.values().length);

    @Test
    void a_state_is_what_the_log_says_after_any_crash() {
        SimulatedDisk undisturbed = new SimulatedDisk();
        run(undisturbed);
        assertThat(undisturbed.journal())
                .anyMatch(operation -> operation.startsWith("write snapshots/states.jsonl"))
                .anyMatch(operation -> operation.startsWith("rename snapshots/states.jsonl"));
        int pictures = 0;
        for (int operation = 1; operation <= undisturbed.operations(); operation++) {
            SimulatedDisk disk = new SimulatedDisk().crashAt(operation);
            List<String> acknowledged = run(disk);
            if (operation % KILLS == 0) {
                assertShowsTheLog(disk.afterKill(), acknowledged, "killed after " + operation);
            }
            for (int n = 0; n < PATTERNS; n++) {
                Tear.Pattern pattern = Tear.Pattern.values()[(operation + n) % Tear.Pattern.values().length];
                Tear.HeadFile head = Tear.HeadFile.values()[(operation + pattern.ordinal()) % 3];
                Tear tear = new Tear(pattern, head, operation * 31L + pattern.ordinal());
                assertShowsTheLog(disk.afterPowerLoss(tear), acknowledged, pattern + " after " + operation);
                pictures++;
            }
        }
        Figures.tried(
                "power lost at every operation of a program with snapshots",
                undisturbed.operations() + " operations, " + pictures + " pictures of the disk",
                "the store opens, and the state is what the log says; snapshots are written anew now and then");
    }

    @Test
    void a_disk_that_fails_under_a_snapshot_fails_no_command() {
        SimulatedDisk undisturbed = new SimulatedDisk();
        run(undisturbed);
        List<String> journal = undisturbed.journal();
        for (int operation = 1; operation <= journal.size(); operation++) {
            if (journal.get(operation - 1).contains("snapshots/")) {
                SimulatedDisk disk = new SimulatedDisk().failAt(operation, "no space left");

                List<String> acknowledged = run(disk);

                assertThat(acknowledged).hasSize(ROUNDS * EVENTS);
                assertShowsTheLog(disk.afterKill(), acknowledged, journal.get(operation - 1) + " failed");
            }
        }
    }

    /** Gives what was acknowledged. */
    private static List<String> run(SimulatedDisk disk) {
        List<String> acknowledged = new ArrayList<>();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Later later = new Later();
                try (Scene scene = open(disk, OPTIONS, later)) {
                    for (int n = 0; n < EVENTS; n++) {
                        String text = round + "." + n + " abcdefgh";
                        note(scene, text);
                        acknowledged.add(text);
                        later.run();
                    }
                    assertThat(scene.store().state(Diary.class, "d").lines()).hasSize(acknowledged.size());
                }
            }
        } catch (SimulatedDisk.PowerLost | StoreFailed e) {
            // As far as it came.
        }
        return acknowledged;
    }

    private static void note(Scene scene, String text) {
        scene.execute(Commands.to("d", new Note(text)));
    }

    private static Scene open(SimulatedDisk disk, FileStoreOptions options, Later later) {
        return Scene.keeping(Snapshots.every(2), later, () -> FileEventStore.open(disk, options), Diary.class);
    }

    private static void assertShowsTheLog(SimulatedDisk left, List<String> acknowledged, String picture) {
        for (int opened = 0; opened < OPENINGS; opened++) {
            Later later = new Later();
            try (Scene scene = open(left, FileStoreOptions.standard(), later)) {
                List<Diary.Line> logged = new ArrayList<>();
                for (RecordedEvent event : scene.events("diary", "d")) {
                    logged.add(new Diary.Line(event.as(Noted.class).text(), event.version(), event.position()));
                }
                assertThat(scene.store().state(Diary.class, "d").lines())
                        .as(picture)
                        .isEqualTo(logged);
                assertThat(logged).as(picture).hasSizeGreaterThanOrEqualTo(acknowledged.size());
                assertThat(logged.subList(0, acknowledged.size()))
                        .as(picture)
                        .extracting(Diary.Line::text)
                        .isEqualTo(acknowledged);
                note(scene, "after");
                note(scene, "after");
                later.run();
            }
        }
    }
}
