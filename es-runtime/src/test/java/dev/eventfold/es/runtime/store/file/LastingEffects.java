package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that has come of a program: what each of its callers and process managers wrote to each stream, in order, and the rows in use. Without
 * what depends on how their commits mix in one log, and on how many of those that waited were released in one commit.
 *
 * @param written by stream and writer
 * @param rows by process manager and key
 */
record LastingEffects(Map<String, List<String>> written, Map<String, String> rows) {
    private static final Pattern DEPENDS_ON_OTHERS = Pattern.compile("\"position\":\\d+,|, version=\\d+");
    private static final Pattern RELEASED = Pattern.compile("\"entries\":\\[([\\d,]+)\\](.*)");

    static LastingEffects of(Scene scene) {
        Map<String, List<String>> written = new TreeMap<>();
        for (StoredEvent event : ManagerEffects.events(scene.log())) {
            if (!event.stream().aggregate().startsWith("$process-managers")) {
                written.computeIfAbsent(event.stream() + " by " + writer(event), stream -> new ArrayList<>())
                        .addAll(texts(event));
            }
        }
        return new LastingEffects(written, rows(scene.log()));
    }

    private static String writer(StoredEvent event) {
        return event.event().origin().sent() == null
                ? "itself"
                : event.event().origin().sent().by();
    }

    private static List<String> texts(StoredEvent event) {
        String name = event.event().name();
        String data = DEPENDS_ON_OTHERS.matcher(event.event().data().text()).replaceAll("");
        Matcher released = RELEASED.matcher(data);
        if (name.equals("Released") && released.find()) {
            return List.of(released.group(1).split(",")).stream()
                    .map(entry -> name + " " + entry + released.group(2))
                    .toList();
        }
        return List.of(name + " " + data + " " + event.id());
    }

    private static Map<String, String> rows(EventStore log) {
        Map<String, String> rows = new TreeMap<>();
        for (String processManager : List.of("lasting", "metronome")) {
            int generation = ManagerEffects.generation(log, processManager);
            for (RowKey key : log.rows(processManager, generation).toList()) {
                log.row(key).ifPresent(row -> rows.put(
                        processManager + "/" + key.key(),
                        DEPENDS_ON_OTHERS
                                .matcher(row.row().blocked() + " " + row.row().state() + " " + row.row().waits())
                                .replaceAll("")));
            }
        }
        return rows;
    }

    /** All of one, nothing that is not in the other, and of each stream a beginning. */
    void assertBetween(LastingEffects before, LastingEffects after, String when) {
        before.written.forEach((stream, events) -> assertThat(written.getOrDefault(stream, List.of()))
                .as("what was acknowledged of %s, %s", stream, when)
                .startsWith(events.toArray(String[]::new)));
        written.forEach((stream, events) -> assertThat(after.written.getOrDefault(stream, List.of()))
                .as("what may be in %s, %s", stream, when)
                .startsWith(events.toArray(String[]::new)));
    }
}
