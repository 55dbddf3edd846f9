package dev.eventfold.es.runtime.json;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.store.Json;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Readers and writers made once for each class. */
final class JacksonCodec implements Codec {
    private final Class<?> customisedBy;
    private final ObjectWriter writer;
    private final ConcurrentMap<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();
    private final PayloadReaders commands;
    private final PayloadReaders events;
    private final PayloadReaders states;

    JacksonCodec(JsonMapper mapper, Class<?> customisedBy) {
        this.customisedBy = customisedBy;
        this.writer = mapper.writer();
        this.commands = new PayloadReaders(mapper.reader()
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION));
        this.events = new PayloadReaders(mapper.reader());
        this.states = new PayloadReaders(mapper.reader()
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .withAttribute(CompleteObjects.KEEPS_INITIAL_VALUES, true));
    }

    @Override
    public Optional<Class<?>> customisedBy() {
        return Optional.of(customisedBy);
    }

    @Override
    public Json write(Object value) {
        Class<?> type = value.getClass();
        try {
            return Json.ofUtf8(writers.computeIfAbsent(type, writer::forType).writeValueAsBytes(value));
        } catch (JacksonException e) {
            throw new EsException(PayloadProblem.of("cannot be written as JSON", type, e), e);
        } catch (RuntimeException e) {
            throw new EsException(PayloadProblem.of("cannot be written as JSON", type, e), e);
        }
    }

    @Override
    public <T> T readCommand(Json json, Class<T> type) {
        return commands.read(json, type);
    }

    @Override
    public <T> T readEvent(Json json, Class<T> type) {
        return events.read(json, type);
    }

    @Override
    public <T> T readState(Json json, Class<T> type) {
        return states.read(json, type);
    }
}
