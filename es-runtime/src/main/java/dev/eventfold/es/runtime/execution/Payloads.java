package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.EsException;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes what is stored; older shapes go through the upcasters of their class. Safe for use by any number of threads. */
public final class Payloads {
    private final Codec codec;
    private final Program program;
    private final Map<Class<?>, Evolution> events;

    /**
     * Of one program.
     *
     * @param codec reads and writes JSON
     * @param program knows what events were before
     */
    public Payloads(Codec codec, Program program) {
        this.codec = codec.withGenerated(program.codecs());
        this.program = program;
        this.events = program.eventEvolutions();
    }

    /**
     * Writes an event, a command or a state in its present shape.
     *
     * @param value the object
     * @return one line of JSON
     * @throws EsException when it cannot be written
     */
    public Json write(Object value) {
        return codec.write(value);
    }

    /**
     * Reads an event. A class that is none (a map of the members, an older shape, one of the user's own) gets what is stored.
     *
     * @param <T> the class
     * @param stored the event
     * @param type the class
     * @return the event in its present shape
     * @throws UnreadablePayload when it does not fit
     */
    <T> T event(StoredEvent stored, Class<T> type) {
        Json json = stored.event().data();
        Evolution evolution = events.get(type);
        return evolution == null
                ? codec.readEvent(json, type)
                : new Upcasting<>(evolution, type, codec::readEvent)
                        .read(stored.event().schema(), json);
    }

    /**
     * Reads an event, which has the present shape.
     *
     * @param json the event
     * @param type the class
     * @return the event
     * @throws UnreadablePayload when it does not fit
     */
    Object event(Json json, Class<?> type) {
        return codec.readEvent(json, type);
    }

    /**
     * Reads a command, which has the present shape.
     *
     * @param json the command
     * @param type the class
     * @return the command
     * @throws UnreadablePayload when it does not fit
     */
    Object command(Json json, Class<?> type) {
        return codec.readCommand(json, type);
    }

    /**
     * Reads a command that was stored.
     *
     * @param json the command
     * @param schema the version that it was stored with
     * @param type the command
     * @return the command in its present shape
     * @throws UnreadablePayload when it does not fit
     */
    public Object storedCommand(Json json, int schema, CommandType<?> type) {
        return new Upcasting<>(type.evolution(), type.type(), codec::readCommand).read(schema, json);
    }

    /**
     * A command by the name that it has or had.
     *
     * @param aggregate the stored name of its aggregate
     * @param name the stored name
     * @return null when nobody handles it
     */
    public @Nullable CommandType<?> commandType(String aggregate, String name) {
        AggregateModel<?> target = program.aggregate(aggregate);
        return target == null ? null : target.findCommand(name);
    }

    /**
     * Reads the state of a process instance.
     *
     * @param <P> the class of the process manager
     * @param row holds the state
     * @param definition knows what the state was before
     * @return the state in its present shape
     * @throws UnreadablePayload when it does not fit
     */
    public <P> P state(Row row, ProcessManagerDefinition<P> definition) {
        Json json = Objects.requireNonNull(row.state(), "state");
        return new Upcasting<>(definition.evolution(), definition.type(), codec::readState).read(row.schema(), json);
    }

    /**
     * Reads the state of a projection, which has the present shape or is of no use.
     *
     * @param <P> the class of the projection
     * @param json the state
     * @param type the class
     * @return the state
     * @throws UnreadablePayload when it does not fit
     */
    public <P> P projected(Json json, Class<P> type) {
        return codec.readState(json, type);
    }

    /**
     * Who has changed how payloads are read and written.
     *
     * @return the class of the user's customisation; empty when there is none
     */
    public Optional<Class<?>> customisedBy() {
        return codec.customisedBy();
    }

    /**
     * Whether a text is one JSON value, so that it may stand within others.
     *
     * @param text the text
     * @return false when it is anything else
     */
    public boolean isJson(String text) {
        try {
            codec.readEvent(Json.of(text), Object.class);
            return true;
        } catch (UnreadablePayload | IllegalArgumentException e) {
            return false;
        }
    }
}
