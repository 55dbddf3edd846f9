package dev.eventfold.es.processor.schema;

import java.util.List;

/** A change after which something that is stored could not be found or read. */
public sealed interface Break {
    /** The aggregate of these has another name. */
    record AggregateRenamed(String from, String to) implements Break {}

    /** Nothing of the aggregate is left. */
    record AggregateGone(String name, List<SchemaEntry> held) implements Break {
        public AggregateGone {
            held = List.copyOf(held);
        }
    }

    /**
     * What is stored under one name is called otherwise now, or belongs to another aggregate.
     *
     * @param isSure whether it is the same class; else it only looks the same
     */
    record Renamed(SchemaEntry locked, SchemaEntry now, boolean isSure) implements Break {}

    /** Its class is gone, or marked no longer. */
    record Gone(SchemaEntry locked) implements Break {}

    /** An older name is no longer said. */
    record FormerNameGone(SchemaEntry now, String name) implements Break {}

    /** What instances of a process manager wait for is called otherwise, or waited for no longer. */
    record TimeoutGone(SchemaEntry now, String name) implements Break {}

    /** It is of an older version than what is stored. */
    record VersionLowered(SchemaEntry now, int locked) implements Break {}

    /**
     * What is stored in one version does not fit what reads that version.
     *
     * @param version the present one, or one that an upcaster reads
     * @param misfits what does not fit, outermost member first
     * @param causes the same without the way there, where it lies in classes that other payloads may have too; else empty
     * @param locked what is stored
     * @param read what is read
     */
    record ShapeChanged(
            SchemaEntry now, int version, List<String> misfits, List<String> causes, String locked, String read)
            implements Break {
        public ShapeChanged {
            misfits = List.copyOf(misfits);
            causes = List.copyOf(causes);
        }

        boolean isOf(Stored id) {
            return now.id().equals(id);
        }
    }

    /** Instances of a process manager are looked for under other keys than those that they are stored under. */
    record KeyChanged(SchemaEntry now, List<KeyChange> changes) implements Break {
        public KeyChanged {
            changes = List.copyOf(changes);
        }
    }

    /** Not every id that is stored is one of the type that a command takes. */
    record InstanceIdChanged(SchemaEntry now, String locked, String read) implements Break {}

    /**
     * One event of it.
     *
     * @param event aggregate and name; empty for all
     * @param locked where the key came from; empty for none
     * @param read where it comes from; empty for none
     */
    record KeyChange(String event, String locked, String read) {}
}
