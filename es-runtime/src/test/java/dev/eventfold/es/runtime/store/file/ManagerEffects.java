package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that one process manager has done: what it wrote to others, what failed and waits, and the rows of its instances. Without what depends
 * on others who write to the same log.
 *
 * @param written its events, in the order of each stream
 * @param rows state and block of each instance or sequence that has a row
 */
record ManagerEffects(Map<String, List<String>> written, Map<String, String> rows) {
    private static final Pattern DEPENDS_ON_OTHERS = Pattern.compile("\"position\":\\d+,|, version=\\d+");

    /** Every event of a log. */
    static List<StoredEvent> events(EventStore log) {
        return log.read(0, 0, Integer.MAX_VALUE, Long.MAX_VALUE, View.DECIDED);
    }

    /** What is found in a log. */
    static ManagerEffects of(String processManager, List<StoredEvent> events, EventStore log) {
        Map<String, List<String>> written = new TreeMap<>();
        for (StoredEvent event : events) {
            if (isBy(processManager, event)) {
                written.computeIfAbsent(event.stream().toString(), stream -> new ArrayList<>())
                        .add(text(event));
            }
        }
        Map<String, String> rows = new TreeMap<>();
        Stream.of(ManagerScript.KEYS.stream(), ManagerScript.SOURCES.stream().map("source/"::concat), Stream.of(""))
                .flatMap(keys -> keys)
                .forEach(key -> row(log, processManager, key).ifPresent(row -> rows.put(key, row)));
        return new ManagerEffects(written, rows);
    }

    /** What a process manager does that is alone with the first commands of a script, and that nothing ever happens to. */
    static ManagerEffects undisturbed(Class<?> processManager, String name, List<CommandEnvelope> commands) {
        try (Scene scene = Scene.on(MemoryEventStore::new, processManager)) {
            commands.forEach(scene::execute);
            scene.run();
            return of(name, events(scene.log()), scene.log());
        }
    }

    private static boolean isBy(String processManager, StoredEvent event) {
        Origin.Sent sent = event.event().origin().sent();
        return event.stream().aggregate().equals("$dead-letters." + processManager)
                || sent != null && sent.by().startsWith(processManager + "/");
    }

    private static String text(StoredEvent event) {
        Origin origin = event.event().origin();
        String data = event.event().data().text();
        if (event.stream().isSystem()) {
            data = DEPENDS_ON_OTHERS.matcher(data).replaceAll("");
        }
        return event.event().name() + " " + data + " " + event.id() + " of " + origin.causationId() + " in "
                + origin.correlationId();
    }

    /** Which of the rows of a process manager are in use. */
    static int generation(EventStore log, String processManager) {
        StreamId registration = new StreamId("$process-managers", processManager);
        return log.readStream(registration, 1, Integer.MAX_VALUE, View.DECIDED).stream()
                .filter(event -> event.event().name().equals("Rebuilt"))
                .mapToInt(event -> Integer.parseInt(event.event().data().text().replaceAll("\\D", "")))
                .max()
                .orElse(1);
    }

    private static Optional<String> row(EventStore log, String processManager, String key) {
        int inUse = generation(log, processManager);
        Optional<Row> row = log.row(new RowKey(processManager, inUse, key)).map(VersionedRow::row);
        return row.map(found -> found.blocked() + " " + found.state());
    }
}
