package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Backoff;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which process managers a store knows, and where each began to read: events of the log, written when one is seen for the first time. */
final class Registrations {
    private static final Logger LOGGER = System.getLogger("dev.eventfold.es.process-managers");
    private static final String REGISTERED = "Registered";
    private static final String START_FROM = "startFrom";

    private final EventStore store;
    private final Decider decider;
    private final CommandIds ids;

    Registrations(EventStore store, Decider decider, CommandIds ids) {
        this.store = store;
        this.decider = decider;
        this.ids = ids;
    }

    /** Registers those that are new, all in one commit. */
    void register(Collection<ProcessManagerDefinition<?>> found) {
        for (int lost = 0; ; lost++) {
            if (attempt(found)) {
                warnOfMissing(found);
                return;
            }
            Backoff.afterLostRace(lost);
        }
    }

    private boolean attempt(Collection<ProcessManagerDefinition<?>> found) {
        decider.turn().lock();
        try {
            Map<String, StartFrom> newcomers = newcomers(found);
            if (newcomers.isEmpty()) {
                return true;
            }
            Draft draft = decider.draft();
            newcomers.forEach((name, startFrom) -> draft.add(registration(name, startFrom)));
            CommitOutcome outcome = decider.commit(draft, List.of(), null);
            if (outcome instanceof CommitOutcome.Committed committed) {
                decider.awaitDurable(committed.commit());
                return true;
            }
            if (outcome instanceof CommitOutcome.VersionConflict) {
                return false;
            }
            throw new StoreFailed(
                    "process managers cannot be registered: names=" + newcomers.keySet() + ", " + outcome, null);
        } finally {
            decider.turn().unlock();
        }
    }

    private Map<String, StartFrom> newcomers(Collection<ProcessManagerDefinition<?>> found) {
        Map<String, StartFrom> newcomers = new TreeMap<>();
        for (ProcessManagerDefinition<?> definition : found) {
            if (store.version(SystemStreams.registration(definition.name()), View.DECIDED) == 0) {
                newcomers.put(definition.name(), startFrom(definition));
            }
        }
        return newcomers;
    }

    private StartFrom startFrom(ProcessManagerDefinition<?> definition) {
        if (definition.startFrom() != StartFrom.UNSTATED) {
            return definition.startFrom();
        }
        long events = subscribed(definition);
        if (events > 0) {
            throw new EsException(
                    "a process manager is new to a store that holds events it reacts to, and must say where it begins:"
                            + " processManager=" + definition.name() + ", events=" + events
                            + "; add startFrom = StartFrom.BEGINNING to react to all of them, or startFrom = StartFrom.NOW to react to what"
                            + " comes after, to @ProcessManager(\"" + definition.name() + "\") of "
                            + definition.type().getName());
        }
        return StartFrom.BEGINNING;
    }

    private long subscribed(ProcessManagerDefinition<?> definition) {
        Interests interests = new Interests(definition);
        long events = 0;
        long position = 0;
        List<StoredEvent> page;
        do {
            page = store.read(Decider.PARTITION, position, 1_000, BatchSize.MAX_BYTES, View.DECIDED);
            for (StoredEvent event : page) {
                position = event.position();
                events += interests.match(event.stream(), event.event().name()) == null ? 0 : 1;
            }
        } while (!page.isEmpty());
        return events;
    }

    private StreamAppend registration(String name, StartFrom startFrom) {
        String id = ids.next();
        NewEvent event = new NewEvent(
                REGISTERED,
                SystemStreams.SCHEMA,
                decider.now(),
                new Origin(id, id, id, null, null, Map.of()),
                null,
                new JsonWriter().text(START_FROM, startFrom.name()).json());
        return new StreamAppend(
                SystemStreams.registration(name), new ExpectedVersion.NoStream(), false, List.of(event));
    }

    private void warnOfMissing(Collection<ProcessManagerDefinition<?>> found) {
        List<String> names =
                found.stream().<String>map(ProcessManagerDefinition::name).toList();
        try (Stream<StreamId> registered = store.streams(SystemStreams.REGISTRATIONS)) {
            registered
                    .map(StreamId::instanceId)
                    .filter(name -> !names.contains(name))
                    .forEach(name -> LOGGER.log(
                            Level.WARNING,
                            "a process manager that this store knows is not in the program, so nobody reacts for it: processManager="
                                    + name + "; a renamed one is a new one"));
        }
    }

    /** The position after which a registered process manager begins. */
    long startsAfter(String name) {
        List<StoredEvent> events = store.readStream(SystemStreams.registration(name), 1, 1, View.DECIDED);
        StoredEvent registered = events.get(0);
        StartFrom startFrom =
                StartFrom.valueOf(JsonMembers.of(registered.event().data()).text(START_FROM));
        return startFrom == StartFrom.NOW ? registered.position() : 0;
    }

    /** Whether a process manager was ever registered. */
    boolean knows(String name) {
        return store.version(SystemStreams.registration(name), View.DURABLE) > 0;
    }
}
