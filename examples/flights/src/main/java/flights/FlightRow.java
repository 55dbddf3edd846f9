package flights;

import flights.route.RecordLanding;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** One row of the input, on its way from JSON to a command. What is wrong with it is an {@link IllegalArgumentException}. */
final class FlightRow {
    private static final Set<String> FIELDS = Set.of("date", "delay", "distance", "origin", "destination");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private final JsonNode row;

    private FlightRow(JsonNode row) {
        this.row = row;
    }

    static RecordLanding read(JsonNode json) {
        FlightRow row = new FlightRow(json);
        row.requireKnownFields();
        return new RecordLanding(
                row.date("date"),
                row.wholeNumber("delay"),
                row.wholeNumber("distance"),
                row.airport("origin"),
                row.airport("destination"));
    }

    /** A field that is not ours could be all that tells two rows apart: rather stop than lose a flight. */
    private void requireKnownFields() {
        Set<String> unknown = new TreeSet<>(row.propertyNames());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown fields=" + unknown + ", expected=" + new TreeSet<>(FIELDS));
        }
    }

    private LocalDateTime date(String name) {
        JsonNode value = row.path(name);
        try {
            return LocalDateTime.parse(value.asString(""), DATE);
        } catch (DateTimeException notADate) {
            throw wrong(name, "a date like 2001/01/31 23:59");
        }
    }

    private int wholeNumber(String name) {
        JsonNode value = row.path(name);
        if (!value.isInt()) {
            throw wrong(name, "a whole number");
        }
        return value.intValue();
    }

    private String airport(String name) {
        JsonNode value = row.path(name);
        if (!value.isString() || !value.stringValue().matches("\\p{Alnum}+")) {
            throw wrong(name, "the code of an airport");
        }
        return value.stringValue();
    }

    private IllegalArgumentException wrong(String name, String expected) {
        JsonNode found = row.path(name);
        return new IllegalArgumentException(
                "field=" + name + ", expected=" + expected + ", found=" + (found.isMissingNode() ? "nothing" : found));
    }
}
