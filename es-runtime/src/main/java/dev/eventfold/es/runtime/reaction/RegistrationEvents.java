package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.StartFrom;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StreamAppend;
import java.util.List;
import java.util.Map;

/** Writes how process managers come to a store, change their names and are rebuilt. */
final class RegistrationEvents {
    static final String REGISTERED = "Registered";
    static final String TAKEN_OVER = "TakenOver";
    static final String RENAMED = "Renamed";
    static final String REBUILD_BEGUN = "RebuildBegun";
    static final String REBUILT = "Rebuilt";
    static final String ROWS_REMOVED = "RowsRemoved";

    static final String START_FROM = "startFrom";
    static final String KEPT_AS = "keptAs";
    static final String TO = "to";
    static final String GENERATION = "generation";

    private final Decider decider;
    private final CommandIds ids;

    RegistrationEvents(Decider decider, CommandIds ids) {
        this.decider = decider;
        this.ids = ids;
    }

    /** One that the store never heard of. */
    StreamAppend registered(String name, StartFrom startFrom) {
        JsonWriter data = new JsonWriter().text(START_FROM, startFrom.name());
        return append(name, new ExpectedVersion.NoStream(), REGISTERED, data);
    }

    /** A name, at a version, under which what is kept under another goes on. */
    StreamAppend takenOver(String name, long version, String keptAs) {
        return append(name, ExpectedVersion.of(version), TAKEN_OVER, new JsonWriter().text(KEPT_AS, keptAs));
    }

    /** The name, at a version, that it had until then. */
    StreamAppend renamed(String name, long version, String to) {
        return append(name, ExpectedVersion.of(version), RENAMED, new JsonWriter().text(TO, to));
    }

    /** Rows of another generation are being made. */
    StreamAppend rebuildBegun(String keptAs, int generation) {
        return ofGeneration(keptAs, REBUILD_BEGUN, generation);
    }

    /** They are in use from now on. */
    StreamAppend rebuilt(String keptAs, int generation) {
        return ofGeneration(keptAs, REBUILT, generation);
    }

    /** Those of a generation that is not in use are gone. */
    StreamAppend rowsRemoved(String keptAs, int generation) {
        return ofGeneration(keptAs, ROWS_REMOVED, generation);
    }

    private StreamAppend ofGeneration(String keptAs, String event, int generation) {
        return append(keptAs, new ExpectedVersion.Any(), event, new JsonWriter().number(GENERATION, generation));
    }

    private StreamAppend append(String name, ExpectedVersion expected, String event, JsonWriter data) {
        String id = ids.next();
        NewEvent written = new NewEvent(
                event,
                SystemStreams.SCHEMA,
                decider.now(),
                new Origin(id, id, id, null, null, Map.of()),
                null,
                data.json());
        return new StreamAppend(SystemStreams.registration(name), expected, false, List.of(written));
    }
}
