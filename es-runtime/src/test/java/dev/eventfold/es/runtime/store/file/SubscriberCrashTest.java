package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.Figures;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Outside;
import dev.eventfold.es.runtime.domain.SourceCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program with a subscriber that loses its power at every single operation, and one that goes on after it. */
@Timeout(120)
class SubscriberCrashTest {
    private static final int EVENTS = 4;

    @Test
    @DisplayName(
            "R2 R4 power lost under a subscriber: it received only what is durable, at least once and in order, and its commands count once")
    void the_power_fails_at_any_operation() {
        int operations = 0;
        int again = 0;
        Outside first = new Outside();
        SimulatedDisk disk = new SimulatedDisk().crashAt(1);
        while (!run(disk, first)) {
            operations++;
            Tear.Pattern pattern = Tear.Pattern.values()[operations % Tear.Pattern.values().length];
            Tear.HeadFile head = Tear.HeadFile.values()[operations % 3];
            again += goOn(disk.afterPowerLoss(new Tear(pattern, head, operations)), first, operations);
            first = new Outside();
            disk = new SimulatedDisk().crashAt(operations + 1);
        }
        Figures.tried(
                "power lost at every operation of a program with a subscriber",
                operations + " operations, " + again + " events received again",
                "what was received is durable; each event came, in order; its command was executed once");
    }

    private static boolean run(SimulatedDisk disk, Outside outside) {
        try (Scene scene = open(disk)) {
            Subscription subscription = scene.store().subscribe(outside);
            for (int n = 0; n < EVENTS; n++) {
                happen(scene, n);
            }
            subscription.catchUp();
            return true;
        } catch (SimulatedDisk.PowerLost | EsException e) {
            return false;
        }
    }

    private static Scene open(SimulatedDisk disk) {
        return Scene.on(() -> FileEventStore.open(disk, FileStoreOptions.standard()), Outside.class);
    }

    private static void happen(Scene scene, int n) {
        String source = "s" + n % 2;
        scene.execute(
                Commands.to(source, new SourceCommand.Go("k", List.of("t" + n))).withCommandId("c" + n));
    }

    /** How often an event came that had come before. */
    private static int goOn(SimulatedDisk left, Outside first, int operation) {
        Outside second = new Outside();
        try (Scene scene = open(left)) {
            List<String> inLog = ids(scene, "source");
            assertThat(inLog).as("received before operation " + operation).containsAll(first.received());
            for (int n = 0; n < EVENTS; n++) {
                happen(scene, n);
            }
            scene.store().subscribe(second).catchUp();

            List<String> received = new ArrayList<>(first.received());
            received.addAll(second.received());
            assertThat(new LinkedHashSet<>(received))
                    .as("received around operation " + operation)
                    .containsExactlyElementsOf(ids(scene, "source"));
            assertThat(scene.done("s0")).as("operation " + operation).containsExactly("t0", "t2");
            assertThat(scene.done("s1")).as("operation " + operation).containsExactly("t1", "t3");
            return received.size() - EVENTS;
        }
    }

    /** Of all events of an aggregate, in the order of the log. */
    private static List<String> ids(Scene scene, String aggregate) {
        List<String> ids = new ArrayList<>();
        for (RecordedEvent event : scene.store().events(0, 0).toList()) {
            if (event.aggregate().equals(aggregate)) {
                ids.add(event.instanceId() + "@" + event.version());
            }
        }
        return ids;
    }
}
