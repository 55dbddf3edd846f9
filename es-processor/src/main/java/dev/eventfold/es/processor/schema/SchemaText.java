package dev.eventfold.es.processor.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the schema lock: one fact a line, in an order that does not depend on anything, so that a change is a small diff. */
final class SchemaText {
    static final String FORMAT = "format 1";

    private static final String HEAD = """
            # What this module stores: names and shapes. Each compilation compares the program with them, and fails where
            # something that is stored could not be read. Written with -Aeventfold.schema.update=true; keep it under version
            # control, and read what changes in it. See docs/schema-lock.md of eventfold-es.
            """;

    private final StringBuilder text;

    private SchemaText(String head) {
        this.text = new StringBuilder(head);
    }

    static String of(Collection<SchemaEntry> entries) {
        SchemaText schema = new SchemaText(HEAD);
        schema.line("", FORMAT);
        SortedMap<String, List<SchemaEntry>> aggregates = entries.stream()
                .filter(entry -> !entry.id().aggregate().isEmpty())
                .collect(Collectors.groupingBy(entry -> entry.id().aggregate(), TreeMap::new, Collectors.toList()));
        aggregates.forEach((name, members) -> {
            schema.text.append('\n');
            schema.line("", "aggregate " + name);
            members.stream()
                    .sorted(Comparator.comparing(SchemaEntry::id))
                    .forEach(member -> schema.entry("  ", member));
        });
        entries.stream()
                .filter(entry -> entry.id().aggregate().isEmpty())
                .sorted(Comparator.comparing(SchemaEntry::id))
                .forEach(consumer -> {
                    schema.text.append('\n');
                    schema.entry("", consumer);
                });
        return schema.text.toString();
    }

    /** All that is said of an entry besides its name and class. */
    static String facts(SchemaEntry entry) {
        SchemaText schema = new SchemaText("");
        schema.facts("", entry);
        return schema.text.toString();
    }

    private void entry(String indent, SchemaEntry entry) {
        line(indent, entry.id().kind().word() + " " + entry.id().name());
        String inner = indent + "  ";
        line(inner, "class " + entry.type());
        facts(inner, entry);
    }

    private void facts(String inner, SchemaEntry entry) {
        entry.formerly().forEach(name -> line(inner, "formerly " + name));
        entry.keys().forEach((event, key) -> line(inner, key(event, key)));
        entry.timeouts().forEach(name -> line(inner, "timeout " + name));
        entry.versions().forEach((version, shape) -> version(inner, version, shape));
    }

    private static String key(String event, String key) {
        return event.equals(SchemaEntry.INSTANCE_ID) ? event + " " + key : "key " + event + ": " + Quoted.text(key);
    }

    private void version(String indent, int version, Shape shape) {
        boolean isObject = shape instanceof Shape.Structure;
        line(indent, "version " + version + (isObject ? "" : ": " + ShapeText.type(shape)));
        ShapeText.lines(shape, indent + "  ", text);
    }

    private void line(String indent, String line) {
        text.append(indent).append(line).append('\n');
    }
}
