package dev.eventfold.es.processor.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a module stores: of a program, what it writes and reads; of the schema lock, what stores may hold.
 *
 * @param entries by stored name
 */
public record Schema(SortedMap<Stored, SchemaEntry> entries) {
    public Schema {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** The schema of these, of which no two have one name. */
    public static Schema of(Collection<SchemaEntry> entries) {
        SortedMap<Stored, SchemaEntry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        return new Schema(byId);
    }

    /**
     * Reads what {@link #text} wrote, and what people made of it.
     *
     * @throws SchemaSyntax at the first line that means nothing
     */
    public static Schema parse(String text) {
        return of(SchemaParser.parse(text));
    }

    /** One fact a line, in an order that does not depend on anything. */
    public String text() {
        return SchemaText.of(entries.values());
    }

    Optional<SchemaEntry> find(Stored id) {
        return Optional.ofNullable(entries.get(id));
    }

    Stream<SchemaEntry> of(Stored.Kind kind, String aggregate) {
        return entries.values().stream()
                .filter(entry ->
                        entry.id().kind() == kind && entry.id().aggregate().equals(aggregate));
    }

    boolean hasAggregate(String name) {
        return entries.keySet().stream().anyMatch(id -> id.aggregate().equals(name));
    }
}
