package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.EsException;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.Upcaster;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Reads and writes what is stored; older shapes go through the upcasters of their class. Safe for use by any number of threads. */
public final class Payloads {
    private final Codec codec;
    private final Map<Class<?>, Evolution> events;

    /**
     * Of one program.
     *
     * @param codec reads and writes JSON
     * @param program knows what events were before
     */
    public Payloads(Codec codec, Program program) {
        this.codec = codec;
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
     * Reads an event.
     *
     * @param <T> the class
     * @param stored the event
     * @param type the class
     * @return the event in its present shape
     * @throws UnreadablePayload when it does not fit
     */
    <T> T event(StoredEvent stored, Class<T> type) {
        Evolution evolution = events.getOrDefault(type, Evolution.FIRST);
        return read(stored.event().data(), stored.event().schema(), type, evolution, codec::readEvent);
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
        return read(json, row.schema(), definition.type(), definition.evolution(), codec::readState);
    }

    private static <T> T read(
            Json json, int version, Class<T> type, Evolution evolution, BiFunction<Json, Class<?>, Object> reader) {
        if (version == evolution.version()) {
            return type.cast(reader.apply(json, type));
        }
        if (version > evolution.version() || version < 1) {
            throw new UnreadablePayload(
                    "it has a shape that its class does not know: version=" + version + ", known=" + evolution.version()
                            + ", class=" + type.getName() + "; was it written by a later release?",
                    null);
        }
        Object shape = reader.apply(json, evolution.upcasters().get(version - 1).reads());
        for (Upcaster<?, ?> upcaster : evolution.upcasters().subList(version - 1, evolution.version() - 1)) {
            shape = step(upcaster, shape, type);
        }
        return type.cast(shape);
    }

    private static <F> Object step(Upcaster<F, ?> upcaster, Object shape, Class<?> type) {
        try {
            return UserCode.run(() -> Objects.requireNonNull(
                    upcaster.step().apply(upcaster.reads().cast(shape)), "the upcaster returned null"));
        } catch (Exception | StackOverflowError e) {
            throw new UnreadablePayload(
                    "an upcaster failed: from=" + upcaster.from() + ", class=" + type.getName() + ": " + Thrown.text(e),
                    e);
        }
    }
}
