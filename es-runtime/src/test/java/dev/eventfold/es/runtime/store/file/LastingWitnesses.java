package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.runtime.domain.Chronicle;
import dev.eventfold.es.runtime.domain.Recorder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who looks at a program in whose life everything happens: a projection, and a subscriber with the outside world that it tells. */
final class LastingWitnesses {
    static final String PROJECTION = "chronicle";

    private LastingWitnesses() {}

    /** Asks the projection for one of its keys, which brings it up to the log. */
    static void look(Scene scene) {
        scene.store().projection(Chronicle.class, LastingScript.LIFE);
    }

    /** Lets the subscriber receive all that there is. */
    static void receive(Scene scene, Recorder recorder) {
        try (Subscription subscription = scene.store().subscribe(recorder)) {
            subscription.catchUp();
        } catch (EsException e) {
            if (e.getCause() instanceof SimulatedDisk.PowerLost lost) {
                throw lost;
            }
            throw e.getCause() instanceof StoreFailed failed ? failed : e;
        }
    }

    /** What the projection shows is what the log says, and the world was told of nothing that is not there. */
    static void assertTrue(Scene scene, Recorder recorder) {
        Map<String, List<String>> seen = new TreeMap<>();
        try (Stream<RecordedEvent> events = scene.store().events(0, 0)) {
            events.forEach(event -> seen.computeIfAbsent(event.instanceId(), key -> new ArrayList<>())
                    .add(event.aggregate() + "@" + event.version()));
        }
        seen.forEach((key, expected) -> assertThat(scene.store().projection(Chronicle.class, key))
                .as("what the projection shows of " + key)
                .contains(new Chronicle(expected)));
        assertThat(told(scene)).as("what the log says of what was received").containsAll(recorder.received());
    }

    /** The world was told of everything, at least once and in order, and the machine that answers did so once. */
    static void assertReceived(Scene scene, Recorder recorder) {
        List<String> told = told(scene);
        assertThat(new LinkedHashSet<>(recorder.received()))
                .as("what was received, each the first time")
                .containsExactlyElementsOf(told);
        assertThat(scene.done(Recorder.MACHINE)).as("what the subscriber sent").isEqualTo(told);
    }

    /** Stream and version of the events of sources, in the order of the log. */
    private static List<String> told(Scene scene) {
        try (Stream<RecordedEvent> events = scene.store().events(0, 0)) {
            return events.filter(event -> event.aggregate().equals("source"))
                    .map(event -> event.instanceId() + "@" + event.version())
                    .toList();
        }
    }
}
