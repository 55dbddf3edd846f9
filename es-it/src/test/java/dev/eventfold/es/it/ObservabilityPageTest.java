package dev.eventfold.es.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.observe.LogMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;

/** What the guide says can be seen of a store, and what can be. */
class ObservabilityPageTest {
    private static final Path PAGE =
            Path.of("").toAbsolutePath().getParent().resolve("docs").resolve("observability.md");

    private static final List<String> COMMON = List.of("startTime", "duration", "eventThread", "stackTrace");

    @Test
    void the_table_of_log_messages_has_each_of_them_and_no_other() throws IOException {
        assertThat(rows("| `[ES:"))
                .extracting(row -> row.substring(0, row.lastIndexOf('|', row.lastIndexOf('|') - 1)))
                .containsExactlyElementsOf(Stream.of(LogMessage.values())
                        .map(message ->
                                "| `[ES:" + message.id() + "]` | " + message.level() + " | `" + message.logger() + "` ")
                        .toList());
    }

    @Test
    void the_table_of_flight_recordings_has_each_event_with_its_fields() throws Exception {
        List<String> rows = rows("| `dev.eventfold.es.");
        assertThat(rows).hasSize(7);
        for (String row : rows) {
            String name = row.split("`")[1];
            String event = "dev.eventfold.es.runtime.observe." + name.substring(name.lastIndexOf('.') + 1) + "Event";
            FlightRecorder.register(Class.forName(event).asSubclass(Event.class));

            EventType type = FlightRecorder.getFlightRecorder().getEventTypes().stream()
                    .filter(candidate -> candidate.getName().equals(name))
                    .findFirst()
                    .orElseThrow();

            assertThat(type.getFields())
                    .extracting(ValueDescriptor::getName)
                    .filteredOn(field -> !COMMON.contains(field))
                    .containsExactlyElementsOf(fields(row));
        }
    }

    private static List<String> fields(String row) {
        String last = row.substring(row.lastIndexOf('|', row.length() - 2));
        return Stream.of(last.split("`")).filter(part -> part.matches("\\w+")).toList();
    }

    private static List<String> rows(String beginning) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }
}
