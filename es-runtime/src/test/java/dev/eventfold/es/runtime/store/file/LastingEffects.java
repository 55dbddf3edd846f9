package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that has come of a program: what each of its callers and process managers wrote to each stream, in order, and the rows in use. Without
 * what depends on how their commits mix in one log, and on how many of those that waited were released in one.
 *
 * @param written by stream and writer
 * @param rows by process manager and key
 */
record LastingEffects(Map<String, List<String>> written, Map<String, String> rows) {
    private static final Pattern DEPENDS_ON_OTHERS = Pattern.compile("\"position\":\\d+,|, version=\\d+");
    private static final Pattern ENTRY = Pattern.compile("\"entr(?:y|ies)\":\\[?([\\d,]+)]?,(.*)");

    static LastingEffects of(Scene scene) {
        Map<String, List<String>> written = new TreeMap<>();
        Map<String, String> ids = new HashMap<>();
        for (StoredEvent event : ManagerEffects.events(scene.log())) {
            ids.put(event.stream() + " " + event.version(), event.id());
            if (!event.stream().aggregate().startsWith("$process-managers")) {
                written.computeIfAbsent(event.stream() + " by " + writer(event), stream -> new ArrayList<>())
                        .addAll(texts(event, ids));
            }
        }
        return new LastingEffects(written, rows(scene.log()));
    }

    private static String writer(StoredEvent event) {
        return event.event().origin().sent() == null
                ? "itself"
                : event.event().origin().sent().by();
    }

    /** What became of an entry tells its id: its version depends on how many were released at once before. */
    private static List<String> texts(StoredEvent event, Map<String, String> ids) {
        String name = event.event().name();
        String data = DEPENDS_ON_OTHERS.matcher(event.event().data().text()).replaceAll("");
        Matcher outcome = ENTRY.matcher(data.replace("}", ",}"));
        if (!event.stream().aggregate().startsWith("$dead-letters") || !outcome.find()) {
            return List.of(name + " " + data + " " + event.id());
        }
        return List.of(outcome.group(1).split(",")).stream()
                .map(entry -> name + " " + ids.get(event.stream() + " " + entry) + " " + outcome.group(2))
                .toList();
    }

    private static Map<String, String> rows(EventStore log) {
        Map<String, String> rows = new TreeMap<>();
        for (String processManager : List.of("lasting", "metronome")) {
            int generation = ManagerEffects.generation(log, processManager);
            for (RowKey key : log.rows(processManager, generation).toList()) {
                log.row(key)
                        .ifPresent(row -> rows.put(
                                processManager + "/" + key.key(),
                                DEPENDS_ON_OTHERS
                                        .matcher(row.row().blocked() + " "
                                                + row.row().state() + " "
                                                + row.row().waits())
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
