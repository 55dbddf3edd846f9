package dev.eventfold.es.processor.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A program beside the schema lock: what changed, and what the lock says once the change is recorded. */
public final class SchemaComparison {
    private final Schema locked;
    private final Schema program;
    private final Map<String, String> renamedEvents;
    private final List<Break> breaks = new ArrayList<>();
    private final List<Addition> additions = new ArrayList<>();
    private final SortedMap<Stored, SchemaEntry> recorded = new TreeMap<>();

    private SchemaComparison(Schema locked, Schema program, Map<String, String> renamedEvents) {
        this.locked = locked;
        this.program = program;
        this.renamedEvents = Map.copyOf(renamedEvents);
    }

    /**
     * Compares them.
     *
     * @param locked what stores may hold
     * @param program what the program reads and writes, as far as this compilation sees it
     * @param renamedEvents events that keys are taken from, {@code aggregate/name}: the present name by a former one
     * @param isOutOfSight whether something is still there that this compilation did not see
     */
    public static SchemaComparison of(
            Schema locked, Schema program, Map<String, String> renamedEvents, Predicate<SchemaEntry> isOutOfSight) {
        SchemaComparison comparison = new SchemaComparison(locked, program, renamedEvents);
        SchemaMatches matches = SchemaMatches.of(locked, program, isOutOfSight);
        comparison.breaks.addAll(matches.breaks());
        matches.dropped().forEach(entry -> comparison.additions.add(new Addition(entry, "is gone")));
        matches.outOfSight().forEach(entry -> comparison.recorded.put(entry.id(), entry));
        program.entries().values().forEach(entry -> comparison.compare(entry, matches));
        return comparison;
    }

    /** What must not be. */
    public List<Break> breaks() {
        return breaks.stream().filter(found -> !followsFromAnother(found)).toList();
    }

    /** Those of them whose class is gone. */
    public List<Break.Gone> gone() {
        return breaks.stream()
                .filter(Break.Gone.class::isInstance)
                .map(Break.Gone.class::cast)
                .toList();
    }

    /** What the lock does not say yet. */
    public List<Addition> additions() {
        return List.copyOf(additions);
    }

    /** What the lock says then, where nothing breaks. */
    public Schema recorded() {
        return new Schema(recorded);
    }

    private void compare(SchemaEntry now, SchemaMatches matches) {
        int before = breaks.size();
        List<SchemaEntry> stored = matches.storedOf(now);
        SchemaEntry merged = stored.isEmpty() ? now.withoutUnknownVersions() : now.withoutOlderVersions();
        for (SchemaEntry one : stored) {
            breaks.addAll(EntryComparison.breaks(one, now, renamedEvents, matches::isReshaped));
            merged = merged.joinedWith(one);
        }
        if (breaks.size() == before) {
            note(merged);
        }
        recorded.put(merged.id(), merged);
    }

    private void note(SchemaEntry merged) {
        SchemaEntry before = locked.find(merged.id()).orElse(null);
        if (before == null) {
            String formerly = merged.formerly().isEmpty() ? "" : ", formerly " + String.join(", ", merged.formerly());
            additions.add(new Addition(merged, "is new" + formerly));
        } else if (!merged.isAsStoredIn(before)) {
            additions.add(new Addition(merged, "has changed (" + difference(before, merged) + ")"));
        }
    }

    private static String difference(SchemaEntry before, SchemaEntry after) {
        Set<String> gone = facts(before);
        Set<String> added = facts(after);
        Set<String> stays = new LinkedHashSet<>(gone);
        stays.retainAll(added);
        List<String> difference = new ArrayList<>();
        gone.stream().filter(fact -> !stays.contains(fact)).forEach(fact -> difference.add("- " + fact));
        added.stream().filter(fact -> !stays.contains(fact)).forEach(fact -> difference.add("+ " + fact));
        return String.join("; ", difference);
    }

    private static Set<String> facts(SchemaEntry entry) {
        Set<String> facts = new LinkedHashSet<>();
        SchemaText.facts(entry).lines().map(String::strip).forEach(facts::add);
        return facts;
    }

    /** A key of an event whose shape is broken is the same mistake. */
    private boolean followsFromAnother(Break found) {
        return found instanceof Break.KeyChanged keys
                && keys.changes().stream().allMatch(change -> hasBrokenShape(change.event()));
    }

    private boolean hasBrokenShape(String event) {
        return program.entries().keySet().stream()
                .filter(id -> id.isEvent(event))
                .anyMatch(id ->
                        breaks.stream().anyMatch(found -> found instanceof Break.ShapeChanged shape && shape.isOf(id)));
    }
}
