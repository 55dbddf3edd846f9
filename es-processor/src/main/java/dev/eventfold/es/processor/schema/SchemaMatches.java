package dev.eventfold.es.processor.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which entry of the schema lock is which of the program. */
final class SchemaMatches {
    private final Schema locked;
    private final Schema program;
    private final Map<Stored, List<SchemaEntry>> stored = new HashMap<>();
    private final List<SchemaEntry> outOfSight = new ArrayList<>();
    private final List<SchemaEntry> gone = new ArrayList<>();
    private final List<Break.Renamed> renamed = new ArrayList<>();
    private final List<SchemaEntry> dropped = new ArrayList<>();

    private SchemaMatches(Schema locked, Schema program) {
        this.locked = locked;
        this.program = program;
    }

    static SchemaMatches of(Schema locked, Schema program, Predicate<SchemaEntry> isOutOfSight) {
        SchemaMatches matches = new SchemaMatches(locked, program);
        List<SchemaEntry> unmatched = new ArrayList<>();
        for (SchemaEntry entry : locked.entries().values()) {
            matches.byName(entry)
                    .ifPresentOrElse(
                            now -> matches.stored
                                    .computeIfAbsent(now.id(), first -> new ArrayList<>())
                                    .add(entry),
                            () -> unmatched.add(entry));
        }
        unmatched.forEach(entry -> matches.lookForClass(entry, isOutOfSight));
        matches.setCachesAside();
        matches.gone.stream()
                .filter(entry -> entry.id().kind().hasShape())
                .toList()
                .forEach(matches::lookForShape);
        return matches;
    }

    /** What is stored of an entry of the program, under its present name or a former one. */
    List<SchemaEntry> storedOf(SchemaEntry now) {
        return stored.getOrDefault(now.id(), List.of());
    }

    /** Whether an event, {@code aggregate/name}, is of a later version than what is stored. */
    boolean isReshaped(String event) {
        return program.entries().values().stream()
                .filter(now -> now.id().isEvent(event))
                .anyMatch(now -> storedOf(now).stream().anyMatch(before -> before.version() < now.version()));
    }

    /** What this compilation does not see. */
    List<SchemaEntry> outOfSight() {
        return List.copyOf(outOfSight);
    }

    /** What is called otherwise now or gone, and leaves nothing behind that events do not say again. */
    List<SchemaEntry> dropped() {
        return List.copyOf(dropped);
    }

    private Optional<SchemaEntry> byName(SchemaEntry entry) {
        return program.find(entry.id())
                .or(() -> program.of(entry.id().kind(), entry.id().aggregate())
                        .filter(now -> now.isNamed(entry.id().name()))
                        .findFirst());
    }

    private void lookForClass(SchemaEntry entry, Predicate<SchemaEntry> isOutOfSight) {
        Optional<SchemaEntry> now = program.entries().values().stream()
                .filter(candidate -> candidate.id().kind() == entry.id().kind())
                .filter(candidate -> candidate.type().equals(entry.type()))
                .findFirst();
        if (now.isPresent()) {
            renamed.add(new Break.Renamed(entry, now.get(), true));
        } else if (isOutOfSight.test(entry)) {
            outOfSight.add(entry);
        } else {
            gone.add(entry);
        }
    }

    private void setCachesAside() {
        renamed.removeIf(one -> one.locked().id().kind().isOnlyCache() && dropped.add(one.locked()));
        gone.removeIf(one -> one.id().kind().isOnlyCache() && dropped.add(one));
    }

    /** Where one is gone and one is new that looks the same, a person would say that it was renamed. */
    private void lookForShape(SchemaEntry entry) {
        Set<Stored> taken = new HashSet<>(stored.keySet());
        renamed.forEach(known -> taken.add(known.now().id()));
        program.of(entry.id().kind(), entry.id().aggregate())
                .filter(candidate -> !taken.contains(candidate.id()))
                .filter(candidate -> ShapeText.inline(candidate.shape()).equals(ShapeText.inline(entry.shape())))
                .max((a, b) -> Integer.compare(likeness(a, entry), likeness(b, entry)))
                .ifPresent(candidate -> {
                    gone.remove(entry);
                    renamed.add(new Break.Renamed(entry, candidate, false));
                });
    }

    private static int likeness(SchemaEntry now, SchemaEntry before) {
        String a = now.id().name();
        String b = before.id().name();
        int most = Math.min(a.length(), b.length());
        int head = 0;
        while (head < most && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return head + tail;
    }

    /** One for an aggregate that is renamed or gone as a whole. */
    List<Break> breaks() {
        Map<String, Break> ofAggregates = new LinkedHashMap<>();
        List<Break> breaks = new ArrayList<>();
        for (Break.Renamed one : renamed) {
            String from = one.locked().id().aggregate();
            if (isLeft(from)) {
                String to = one.now().id().aggregate();
                ofAggregates.putIfAbsent(from, new Break.AggregateRenamed(from, to));
            } else {
                breaks.add(one);
            }
        }
        for (SchemaEntry one : gone) {
            String aggregate = one.id().aggregate();
            List<SchemaEntry> held = held(aggregate);
            if (isLeft(aggregate) && held.size() > 1) {
                ofAggregates.putIfAbsent(aggregate, new Break.AggregateGone(aggregate, held));
            } else {
                breaks.add(new Break.Gone(one));
            }
        }
        breaks.addAll(0, ofAggregates.values());
        return breaks;
    }

    /** Whether nothing in the program is of that aggregate any more. */
    private boolean isLeft(String aggregate) {
        return !aggregate.isEmpty()
                && !program.hasAggregate(aggregate)
                && outOfSight.stream().noneMatch(entry -> entry.id().aggregate().equals(aggregate));
    }

    private List<SchemaEntry> held(String aggregate) {
        return locked.entries().values().stream()
                .filter(entry -> entry.id().aggregate().equals(aggregate))
                .toList();
    }
}
