package dev.eventfold.es.processor.schema;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a schema lock: the inverse of {@link SchemaText}. */
final class SchemaParser {
    private SchemaParser() {}

    /**
     * Reads all of it.
     *
     * @throws SchemaSyntax at the first line that means nothing
     */
    static List<SchemaEntry> parse(String text) {
        List<SchemaLine> lines = SchemaLine.parse(text);
        if (lines.isEmpty() || !lines.get(0).text().equals(SchemaText.FORMAT)) {
            throw new SchemaSyntax(lines.isEmpty() ? 1 : lines.get(0).number(), "expected " + SchemaText.FORMAT);
        }
        SortedMap<Stored, SchemaEntry> entries = new TreeMap<>();
        for (SchemaLine line : lines.subList(1, lines.size())) {
            line.wordAfter("aggregate")
                    .ifPresentOrElse(
                            aggregate ->
                                    line.children().forEach(member -> add(payload(member, aggregate), member, entries)),
                            () -> add(consumer(line), line, entries));
        }
        return List.copyOf(entries.values());
    }

    private static void add(SchemaEntry entry, SchemaLine line, SortedMap<Stored, SchemaEntry> entries) {
        if (entries.putIfAbsent(entry.id(), entry) != null) {
            throw line.wrong("a second " + line.text());
        }
    }

    private static SchemaEntry payload(SchemaLine line, String aggregate) {
        return line.wordAfter(Stored.Kind.COMMAND.word())
                .map(name -> new Stored(Stored.Kind.COMMAND, aggregate, name))
                .or(() -> line.wordAfter(Stored.Kind.EVENT.word())
                        .map(name -> new Stored(Stored.Kind.EVENT, aggregate, name)))
                .map(id -> entry(id, line))
                .orElseThrow(() -> line.wrong("expected command or event"));
    }

    private static SchemaEntry consumer(SchemaLine line) {
        return Stream.of(Stored.Kind.STATE, Stored.Kind.PROJECTION, Stored.Kind.SUBSCRIBER)
                .flatMap(kind -> line.wordAfter(kind.word()).map(name -> new Stored(kind, "", name)).stream())
                .map(id -> entry(id, line))
                .findFirst()
                .orElseThrow(() -> line.wrong("expected aggregate, process-manager, projection or subscriber"));
    }

    private static SchemaEntry entry(Stored id, SchemaLine line) {
        TreeSet<String> types = new TreeSet<>();
        TreeSet<String> formerly = new TreeSet<>();
        SortedMap<String, String> keys = new TreeMap<>();
        TreeSet<String> timeouts = new TreeSet<>();
        SortedMap<Integer, Shape> versions = new TreeMap<>(Comparator.reverseOrder());
        for (SchemaLine fact : line.children()) {
            if (fact.wordAfter("class").map(types::add).isEmpty()
                    && fact.wordAfter("formerly").map(formerly::add).isEmpty()
                    && fact.wordAfter("timeout").map(timeouts::add).isEmpty()
                    && fact.wordAfter(SchemaEntry.INSTANCE_ID)
                            .map(type -> keys.put(SchemaEntry.INSTANCE_ID, type) == null)
                            .isEmpty()
                    && fact.after("key").map(key -> addKey(fact, key, keys)).isEmpty()) {
                addVersion(fact, versions);
            } else {
                fact.checkIsLeaf();
            }
        }
        if (!id.kind().hasShape() && (types.size() != 1 || line.children().size() != 1)) {
            throw line.wrong("expected one class in it, and nothing else");
        }
        if (types.size() != 1 || versions.isEmpty() == id.kind().hasShape()) {
            throw line.wrong("expected one class and at least one version in it");
        }
        return new SchemaEntry(id, types.first(), formerly, keys, timeouts, versions);
    }

    private static boolean addKey(SchemaLine line, String key, SortedMap<String, String> keys) {
        int colon = key.indexOf(": ");
        Quoted.Read read = Quoted.read(key, colon + 2)
                .filter(name -> colon > 0 && name.end() == key.length())
                .orElseThrow(() -> line.wrong("expected key aggregate/event: component"));
        keys.put(key.substring(0, colon), read.name());
        return true;
    }

    private static void addVersion(SchemaLine line, SortedMap<Integer, Shape> versions) {
        String version = line.after("version")
                .orElseThrow(() -> line.wrong("expected class, formerly, instance-id, key, timeout or version"));
        int colon = line.text().indexOf(':');
        String number = colon < 0 ? version : version.substring(0, version.indexOf(':'));
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw line.wrong("expected a version from 1: " + number);
        }
        Shape shape = colon < 0 ? ShapeParser.structure(line.children()) : ShapeParser.of(line, colon);
        if (versions.put(Integer.valueOf(number), shape) != null) {
            throw line.wrong("a second version " + number);
        }
    }
}
