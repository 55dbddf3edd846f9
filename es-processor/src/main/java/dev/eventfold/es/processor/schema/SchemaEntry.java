package dev.eventfold.es.processor.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One event, command, process manager, projection or subscriber: in the schema lock, what stores may hold of it; in the program, what it reads.
 *
 * @param id what it is
 * @param type its class
 * @param formerly older stored names
 * @param keys of a process manager, where the key of an instance comes from, by the event, none where it has no keys; of a command, under
 *     {@link #INSTANCE_ID}, the type of the id that it is sent to
 * @param timeouts of a process manager, the names of what its instances wait for
 * @param versions the shapes, by version; an older one is missing where nobody knows it, and all of them where only the name counts
 */
public record SchemaEntry(
        Stored id,
        String type,
        SortedSet<String> formerly,
        SortedMap<String, String> keys,
        SortedSet<String> timeouts,
        SortedMap<Integer, Shape> versions) {
    /** Stands for an event where a command has its key. */
    public static final String INSTANCE_ID = "instance-id";

    /** Of one of which stores hold the name, and nothing of its shape for ever. */
    public static SchemaEntry ofName(Stored id, String type) {
        return new SchemaEntry(id, type, new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
    }

    public SchemaEntry {
        formerly = Collections.unmodifiableSortedSet(new TreeSet<>(formerly));
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        timeouts = Collections.unmodifiableSortedSet(new TreeSet<>(timeouts));
        SortedMap<Integer, Shape> newestFirst = new TreeMap<>(Comparator.reverseOrder());
        newestFirst.putAll(versions);
        versions = Collections.unmodifiableSortedMap(newestFirst);
    }

    /** The present one; 0 where only the name counts. */
    public int version() {
        return versions.isEmpty() ? 0 : versions.firstKey();
    }

    Shape shape() {
        return shape(version());
    }

    Shape shape(int version) {
        return Objects.requireNonNull(versions.get(version));
    }

    boolean isNamed(String name) {
        return id.name().equals(name) || formerly.contains(name);
    }

    /** The same where only the class is another. */
    boolean isAsStoredIn(SchemaEntry other) {
        return id.equals(other.id) && SchemaText.facts(this).equals(SchemaText.facts(other));
    }

    /** Without the shapes of which an upcaster says nothing, as it takes any members. */
    SchemaEntry withoutUnknownVersions() {
        SortedMap<Integer, Shape> known = new TreeMap<>(versions);
        known.values().removeIf(Shape.Dictionary.MEMBERS::equals);
        return with(known);
    }

    SchemaEntry withoutOlderVersions() {
        return with(versions.subMap(version(), version() - 1));
    }

    /** What stores hold once this program has written to those that hold the other. */
    SchemaEntry joinedWith(SchemaEntry stored) {
        SortedMap<Integer, Shape> joined = new TreeMap<>(versions);
        stored.versions.forEach(
                (version, shape) -> joined.merge(version, shape, (now, before) -> ShapeJoin.of(before, now)));
        return with(joined);
    }

    private SchemaEntry with(SortedMap<Integer, Shape> others) {
        return new SchemaEntry(id, type, formerly, keys, timeouts, others);
    }
}
