package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.ShadowReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a shadow replay has found so far: all of it counted, the first ones kept. For one thread at a time. */
final class ShadowFindings {
    /** The most findings of a kind that are kept. */
    static final int MOST = 1_000;

    /** Where large commands end the list earlier. */
    private static final long MOST_TEXT = 4L << 20;

    private final String processManager;
    private final List<ShadowReport.Difference> differences = new ArrayList<>();
    private final List<ShadowReport.BrokenInstance> broken = new ArrayList<>();
    private long events;
    private long same;
    private long different;
    private long brokenInstances;
    private long text;

    ShadowFindings(String processManager) {
        this.processManager = processManager;
    }

    void reacted() {
        events++;
    }

    void same() {
        same++;
    }

    void different(
            RecordedEvent event, String key, int index, @Nullable CommandEnvelope would, @Nullable LoggedCommand was) {
        different++;
        Different found = new Different(event, key, index, Optional.ofNullable(would), Optional.ofNullable(was));
        if (differences.size() < MOST && text < MOST_TEXT) {
            differences.add(found);
            text += event.json().length() + found.toString().length();
        }
    }

    /** One that is not kept. */
    void countDifferent() {
        different++;
    }

    void broken(RecordedEvent event, String key, String error) {
        brokenInstances++;
        if (broken.size() < MOST && text < MOST_TEXT) {
            broken.add(new Broken(key, event, error));
            text += event.json().length() + error.length();
        }
    }

    ShadowReport report() {
        return new Shadow(
                processManager,
                events,
                same,
                different,
                List.copyOf(differences),
                brokenInstances,
                List.copyOf(broken));
    }

    private static String place(RecordedEvent event) {
        return event.aggregate() + "/" + event.instanceId() + "@" + event.version() + " " + event.event() + " position="
                + event.position();
    }

    private record Different(
            RecordedEvent event,
            String key,
            int index,
            Optional<CommandEnvelope> would,
            Optional<ShadowReport.Sent> was)
            implements ShadowReport.Difference {
        @Override
        public String toString() {
            return place(event) + " key=" + key + " index=" + index + "\n  would send: "
                    + would.map(Different::inFull).orElse("nothing") + "\n  was sent:   "
                    + was.map(Object::toString).orElse("nothing");
        }

        private static String inFull(CommandEnvelope command) {
            return command.aggregate() + "/" + command.instanceId() + " " + command.command() + " " + command.payload()
                    + command.delay().map(delay -> " after " + delay).orElse("");
        }
    }

    private record Broken(String key, RecordedEvent event, String error) implements ShadowReport.BrokenInstance {
        @Override
        public String toString() {
            return place(event) + " key=" + key + "\n  would fail: " + error;
        }
    }

    private record Shadow(
            String processManager,
            long events,
            long same,
            long different,
            List<ShadowReport.Difference> differences,
            long broken,
            List<ShadowReport.BrokenInstance> brokenInstances)
            implements ShadowReport {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("processManager=" + processManager + " events=" + events + " same="
                    + same + " different=" + different + " broken=" + broken);
            differences.forEach(difference -> text.append('\n').append(difference));
            brokenInstances.forEach(instance -> text.append('\n').append(instance));
            long kept = differences.size() + (long) brokenInstances.size();
            if (different + broken > kept) {
                text.append("\nand ").append(different + broken - kept).append(" more");
            }
            return text.toString();
        }
    }
}
