package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.ProcessInstance;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row.Life;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A process instance as its row tells it. */
final class LoggedInstance implements ProcessInstance {
    private final String key;
    private final @Nullable VersionedRow row;
    private final Instant registered;
    private final @Nullable ProcessManagerDefinition<?> definition;
    private final Payloads payloads;
    private final List<CommandEnvelope> parked;

    /** Without a row when it lives and has nothing to remember yet; then it has a definition. */
    LoggedInstance(
            String key,
            @Nullable VersionedRow row,
            Instant registered,
            @Nullable ProcessManagerDefinition<?> definition,
            Payloads payloads,
            List<CommandEnvelope> parked) {
        this.key = key;
        this.row = row;
        this.registered = registered;
        this.definition = definition;
        this.payloads = payloads;
        this.parked = List.copyOf(parked);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Instant started() {
        Life life = life();
        return life == null ? registered : life.since();
    }

    @Override
    public long lastPosition() {
        Life life = life();
        return life == null ? 0 : life.last();
    }

    private @Nullable Life life() {
        return row == null ? null : row.row().life();
    }

    @Override
    public String stateJson() {
        Json state = row == null ? null : row.row().state();
        return state == null ? initial() : state.text();
    }

    private String initial() {
        return payloads.write(Objects.requireNonNull(definition, "definition").initial())
                .text();
    }

    @Override
    public <P> P state(Class<P> processManager) {
        ProcessManagerDefinition<?> known = definition;
        if (known == null || !known.type().equals(processManager)) {
            throw new IllegalArgumentException("the instance is of another class: asked="
                    + processManager.getName() + ", class="
                    + (known == null ? "none in the program" : known.type().getName()));
        }
        return processManager.cast(row == null ? known.initial() : StoredState.read(payloads, known, row));
    }

    @Override
    public Map<String, Instant> timeouts() {
        Map<String, Instant> timeouts = new TreeMap<>();
        Waits.read(row == null ? null : row.row().waits())
                .pending()
                .forEach(pending -> timeouts.put(pending.name(), pending.due()));
        return Collections.unmodifiableMap(timeouts);
    }

    @Override
    public List<CommandEnvelope> parked() {
        return parked;
    }

    @Override
    public String toString() {
        return key + " since " + started() + ": " + stateJson();
    }
}
