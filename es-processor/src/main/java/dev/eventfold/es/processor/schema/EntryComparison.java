package dev.eventfold.es.processor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One event, command or process manager beside what is stored of it. */
final class EntryComparison {
    /** What an instance id is where nothing is said. */
    private static final String TEXT = "String";

    private final SchemaEntry stored;
    private final SchemaEntry now;
    private final Map<String, String> renamedEvents;
    private final Predicate<String> isReshaped;

    private EntryComparison(
            SchemaEntry stored, SchemaEntry now, Map<String, String> renamedEvents, Predicate<String> isReshaped) {
        this.stored = stored;
        this.now = now;
        this.renamedEvents = renamedEvents;
        this.isReshaped = isReshaped;
    }

    /**
     * Compares them.
     *
     * @param renamedEvents the present name of an event by a former one
     * @param isReshaped whether an event has a new version, whose upcaster may have moved the key
     */
    static List<Break> breaks(
            SchemaEntry stored, SchemaEntry now, Map<String, String> renamedEvents, Predicate<String> isReshaped) {
        EntryComparison comparison = new EntryComparison(stored, now, renamedEvents, isReshaped);
        List<Break> breaks = new ArrayList<>();
        stored.formerly().stream()
                .filter(name -> !now.isNamed(name))
                .forEach(name -> breaks.add(new Break.FormerNameGone(now, name)));
        stored.timeouts().stream()
                .filter(name -> !now.timeouts().contains(name))
                .forEach(name -> breaks.add(new Break.TimeoutGone(now, name)));
        comparison.shape().ifPresent(breaks::add);
        (now.id().kind() == Stored.Kind.COMMAND ? comparison.instanceId() : comparison.keys()).ifPresent(breaks::add);
        return breaks;
    }

    private Optional<Break> shape() {
        if (stored.version() > now.version()) {
            return Optional.of(new Break.VersionLowered(now, stored.version()));
        }
        return stored.versions().keySet().stream()
                .flatMap(version -> shape(version).stream())
                .findFirst();
    }

    private Optional<Break> shape(int version) {
        Shape locked = stored.shape(version);
        Shape reader = now.shape(version);
        List<Misfit> misfits = new ShapeReading(now.id().kind()).misfits(reader, locked);
        return misfits.isEmpty() ? Optional.empty() : Optional.of(changed(version, misfits, locked, reader));
    }

    private Break changed(int version, List<Misfit> misfits, Shape locked, Shape reader) {
        boolean isOfParts = misfits.stream().allMatch(Misfit::isOfPart);
        return new Break.ShapeChanged(
                now,
                version,
                misfits.stream().map(Misfit::text).toList(),
                isOfParts ? misfits.stream().map(Misfit::cause).toList() : List.of(),
                ShapeText.inline(locked),
                ShapeText.inline(reader));
    }

    private Optional<Break> instanceId() {
        String locked = stored.keys().getOrDefault(SchemaEntry.INSTANCE_ID, TEXT);
        String read = now.keys().getOrDefault(SchemaEntry.INSTANCE_ID, TEXT);
        boolean hasRoom = read.equals(locked) || read.equals(TEXT) || (locked.equals("int") && read.equals("long"));
        return hasRoom ? Optional.empty() : Optional.of(new Break.InstanceIdChanged(now, locked, read));
    }

    private Optional<Break> keys() {
        if (stored.keys().isEmpty() != now.keys().isEmpty()) {
            return Optional.of(new Break.KeyChanged(
                    now,
                    List.of(new Break.KeyChange(
                            "", one(stored.keys().values()), one(now.keys().values())))));
        }
        List<Break.KeyChange> changes = new ArrayList<>();
        stored.keys().forEach((event, key) -> {
            String current = renamedEvents.getOrDefault(event, event);
            String read = now.keys().getOrDefault(current, key);
            if (!read.equals(key) && !isReshaped.test(current)) {
                changes.add(new Break.KeyChange(current, key, read));
            }
        });
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Break.KeyChanged(now, changes));
    }

    private static String one(Iterable<String> keys) {
        return keys.iterator().hasNext() ? keys.iterator().next() : "";
    }
}
