package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.ProcessInstance;
import dev.eventfold.es.runtime.ProcessInstances;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.Ids;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The instances of one process manager: the rows that hold a state. */
final class LoggedInstances implements ProcessInstances {
    /** The only key of a process manager without keys, whose other rows are those of sequences that wait. */
    private static final String ALL = "";

    private final EventStore store;
    private final Payloads payloads;
    private final String processManager;
    private final RegistrationLog registrations;
    private final @Nullable ProcessManagerDefinition<?> definition;
    private final ParkedCommands parked;

    /** Without a definition when the process manager is no longer in the program. */
    LoggedInstances(
            EventStore store,
            Payloads payloads,
            String processManager,
            @Nullable ProcessManagerDefinition<?> definition) {
        this.store = store;
        this.payloads = payloads;
        this.registrations = new RegistrationLog(store, View.DURABLE);
        this.processManager = registrations.any(processManager).keptAs();
        this.definition = definition;
        this.parked = new ParkedCommands(store, payloads, this.processManager);
    }

    @Override
    public Stream<String> keys() {
        if (alwaysLives()) {
            return registration().stream().map(event -> ALL);
        }
        return store.rows(processManager, generation())
                .map(RowKey::key)
                .filter(key -> state(key).isPresent());
    }

    @Override
    public Optional<ProcessInstance> find(String key) {
        Ids.require("key", key);
        Optional<VersionedRow> row = state(key);
        if (row.isEmpty() && !(alwaysLives() && key.equals(ALL))) {
            return Optional.empty();
        }
        return registration()
                .map(registered -> new LoggedInstance(
                        key,
                        row.orElse(null),
                        registered.event().at(),
                        definition,
                        payloads,
                        alwaysLives() ? parked.all() : parked.of(key)));
    }

    private boolean alwaysLives() {
        return definition != null && !definition.keyed();
    }

    private int generation() {
        return registrations.any(processManager).generation();
    }

    /** The row of an instance that lives. What is decided becomes durable before anybody sees it. */
    private Optional<VersionedRow> state(String key) {
        Optional<VersionedRow> row = store.row(new RowKey(processManager, generation(), key))
                .filter(found -> found.row().state() != null);
        store.awaitDurable(store.lastCommit());
        return row;
    }

    private Optional<StoredEvent> registration() {
        List<StoredEvent> events = store.readStream(SystemStreams.registration(processManager), 1, 1, View.DURABLE);
        return events.stream().findFirst();
    }
}
