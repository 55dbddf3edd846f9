package dev.eventfold.es.processor;

import dev.eventfold.es.processor.schema.SchemaEntry;
import dev.eventfold.es.processor.schema.Shape;
import dev.eventfold.es.processor.schema.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what the module stores: each name with its shapes. */
final class SchemaReader {
    private final JavaTypes types;
    private final ShapeReader shapes;

    SchemaReader(JavaTypes types, ShapeReader shapes) {
        this.types = types;
        this.shapes = shapes;
    }

    /**
     * What is stored under one name.
     *
     * @param entry names and shapes
     * @param source the class
     * @param evolution its older versions
     * @param spot its annotation, or its declaration when a family marks it
     */
    record Found(SchemaEntry entry, Declared source, Evolution evolution, SourceSpot spot) {}

    List<Found> read(ModuleContents contents) {
        List<Found> found = new ArrayList<>();
        addPayloads(contents.commands(), Stored.Kind.COMMAND, found);
        addPayloads(contents.events(), Stored.Kind.EVENT, found);
        for (ProcessManager manager : contents.managers()) {
            ProcessManager named = contents.eventNames().current(manager);
            Stored id = new Stored(Stored.Kind.STATE, "", manager.name());
            SortedSet<String> timeouts =
                    manager.expiries().stream().map(Expiry::name).collect(Collectors.toCollection(TreeSet::new));
            found.add(new Found(
                    entry(id, manager, manager.evolution(), keys(named), timeouts),
                    manager,
                    manager.evolution(),
                    manager.spot()));
        }
        addName(contents.projections(), Stored.Kind.PROJECTION, found);
        addName(contents.subscribers(), Stored.Kind.SUBSCRIBER, found);
        return found;
    }

    /** The state of a projection is only a cache, and a subscriber has none: what a store knows of them is the name. */
    private static void addName(Collection<? extends EventConsumer<?>> consumers, Stored.Kind kind, List<Found> found) {
        for (EventConsumer<?> consumer : consumers) {
            Stored id = new Stored(kind, "", consumer.name());
            SchemaEntry entry = SchemaEntry.ofName(id, consumer.type().canonicalName());
            found.add(new Found(entry, consumer, Evolution.FIRST, consumer.spot()));
        }
    }

    private void addPayloads(Collection<PayloadType> payloads, Stored.Kind kind, List<Found> found) {
        for (PayloadType type : payloads) {
            if (type instanceof Payload payload) {
                Stored id = new Stored(kind, payload.aggregate(), payload.name());
                SchemaEntry entry = entry(id, payload, payload.evolution(), instanceId(payload.id()), new TreeSet<>());
                found.add(new Found(entry, payload, payload.evolution(), payload.spot()));
            }
        }
    }

    private SchemaEntry entry(
            Stored id,
            Declared source,
            Evolution evolution,
            SortedMap<String, String> keys,
            SortedSet<String> timeouts) {
        SortedMap<Integer, Shape> versions = new TreeMap<>();
        for (Evolution.Upcaster upcaster : evolution.upcasters()) {
            versions.put(upcaster.from(), upcaster.takesMembers() ? Shape.Dictionary.MEMBERS : shape(upcaster.reads()));
        }
        versions.put(evolution.version(), shape(source.declaration()));
        return new SchemaEntry(
                id, source.type().canonicalName(), new TreeSet<>(evolution.formerNames()), keys, timeouts, versions);
    }

    private Shape shape(Declaration declaration) {
        return shapes.read(types.find(declaration.type()).orElseThrow());
    }

    /** What most take, and all of it is text in the end, is not said. */
    private static SortedMap<String, String> instanceId(TextForm form) {
        SortedMap<String, String> id = new TreeMap<>();
        if (form.scalar() != TextForm.Scalar.STRING) {
            id.put(SchemaEntry.INSTANCE_ID, form.scalar().word());
        }
        return id;
    }

    private static SortedMap<String, String> keys(ProcessManager manager) {
        SortedMap<String, String> keys = new TreeMap<>();
        for (Reaction reaction : manager.reactions()) {
            String event = event(reaction.target());
            if (reaction.key() instanceof Key.InstanceId) {
                keys.put(event, Api.INSTANCE_ID);
            } else if (reaction.key() instanceof Key.Component component) {
                keys.put(event, component.accessor());
            } else if (reaction.key() instanceof Key.JsonMember member) {
                keys.put(event, member.name());
            }
        }
        return keys;
    }

    /** How the lock names an event. */
    static String event(Target target) {
        return target.aggregate() + "/" + target.name();
    }
}
