package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Backoff;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.observe.LogMessage;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the process managers of a program known to a store: those that are new to it, and those that it knows by a former name. */
final class Registrations {
    private final EventStore store;
    private final Decider decider;
    private final RegistrationEvents events;
    private final RegistrationLog log;

    Registrations(EventStore store, Decider decider, RegistrationEvents events) {
        this.store = store;
        this.decider = decider;
        this.events = events;
        this.log = new RegistrationLog(store, View.DECIDED);
    }

    /** Registers those that are new, and takes over those that are renamed, all in one commit. */
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
            Draft draft = decider.draft();
            found.forEach(definition -> add(definition, found, draft));
            return draft.isEmpty() || committed(draft);
        } finally {
            decider.turn().unlock();
        }
    }

    private boolean committed(Draft draft) {
        CommitOutcome outcome = decider.commit(draft, List.of(), null);
        if (outcome instanceof CommitOutcome.Committed committed) {
            decider.awaitDurable(committed.commit());
            return true;
        }
        if (outcome instanceof CommitOutcome.VersionConflict) {
            return false;
        }
        throw new StoreFailed("process managers and subscribers cannot be registered: " + outcome, null);
    }

    private void add(
            ProcessManagerDefinition<?> definition, Collection<ProcessManagerDefinition<?>> found, Draft draft) {
        String name = definition.name();
        List<String> former = definition.evolution().formerNames().stream()
                .filter(other -> !other.equals(name) && log.find(other).isPresent())
                .toList();
        if (log.find(name).isPresent()) {
            former.forEach(other -> warnOfLateName(name, other));
            return;
        }
        requireOwn(definition);
        if (former.size() > 1) {
            throw new EsException(
                    "a process manager has the former names of several that the store knows, and cannot go on as all of"
                            + " them: processManager=" + name + ", formerly=" + former
                            + "; leave it one of these names");
        }
        if (former.isEmpty()) {
            draft.add(events.registered(name, startFrom(definition)));
            return;
        }
        String before = former.get(0);
        requireGone(before, name, found);
        draft.add(events.takenOver(
                name, version(name), log.find(before).orElseThrow().keptAs()));
        draft.add(events.renamed(before, version(before), name));
    }

    private long version(String name) {
        return store.version(SystemStreams.registration(name), View.DECIDED);
    }

    /** A name that another process manager had stays its own: what is kept under it is that one's. */
    private void requireOwn(ProcessManagerDefinition<?> definition) {
        String name = definition.name();
        String now = log.renamedTo(name).orElse(null);
        if (now != null && !definition.evolution().formerNames().contains(now)) {
            throw new EsException("the store knows this process manager by another name: processManager=" + name
                    + ", now=" + now + "; if it is the same one, add formerly = \"" + now + "\" to @ProcessManager(\""
                    + name + "\") of " + definition.type().getName() + ", else give it another name");
        }
    }

    private static void requireGone(String former, String name, Collection<ProcessManagerDefinition<?>> found) {
        if (found.stream().anyMatch(other -> other.name().equals(former))) {
            throw new EsException("the former name of a process manager is the name of another: processManager=" + name
                    + ", formerly=" + former + "; give one of them another name");
        }
    }

    private static void warnOfLateName(String name, String former) {
        LogMessage.FORMER_NAME_TOO_LATE.log(
                "a process manager has the former name of another that this store knows too, so nothing is taken over:"
                        + " processManager=" + name + ", formerly=" + former
                        + "; say the former name before the new one is used for the first time");
    }

    private StartFrom startFrom(ProcessManagerDefinition<?> definition) {
        if (definition.startFrom() != StartFrom.UNSTATED) {
            return definition.startFrom();
        }
        long subscribed = subscribed(definition);
        if (subscribed > 0) {
            throw new EsException(
                    "a process manager is new to a store that holds events it reacts to, and must say where it begins:"
                            + " processManager=" + definition.name() + ", events=" + subscribed
                            + "; add startFrom = StartFrom.BEGINNING to react to all of them, or startFrom = StartFrom.NOW to react to what"
                            + " comes after, to @ProcessManager(\"" + definition.name() + "\") of "
                            + definition.type().getName() + "; if it had another name before, add formerly");
        }
        return StartFrom.BEGINNING;
    }

    private long subscribed(ProcessManagerDefinition<?> definition) {
        Interests interests = new Interests(definition);
        long subscribed = 0;
        long position = 0;
        List<StoredEvent> page;
        do {
            page = store.read(Decider.PARTITION, position, 1_000, BatchSize.MAX_BYTES, View.DECIDED);
            for (StoredEvent event : page) {
                position = event.position();
                subscribed += interests.match(event.stream(), event.event().name()) == null ? 0 : 1;
            }
        } while (!page.isEmpty());
        return subscribed;
    }

    private void warnOfMissing(Collection<ProcessManagerDefinition<?>> found) {
        Set<String> names =
                found.stream().<String>map(ProcessManagerDefinition::name).collect(Collectors.toSet());
        log.names().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> LogMessage.PROCESS_MANAGER_MISSING.log(
                        "a process manager or subscriber that this store knows is not in the program, so nothing reacts for it: consumer="
                                + name + "; a process manager that is renamed says so with formerly = \"" + name
                                + "\""));
    }

    /** What the store knows of one that is registered. */
    Registration of(String name) {
        return log.find(name).orElseThrow();
    }

    /** The name that a process manager is kept under, which was registered once. */
    String keptAs(String name) {
        return log.any(name).keptAs();
    }

    /** The name that what was once called so has now. */
    String presentName(String name) {
        return log.renamedTo(name).orElse(name);
    }

    /** Whether a process manager was ever registered. */
    boolean knows(String name) {
        return store.version(SystemStreams.registration(name), View.DURABLE) > 0;
    }
}
