package dev.eventfold.es.runtime.json;

import dev.eventfold.es.spi.PayloadOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.JsonGenerator;

/** Writes a payload token by token. */
@NullUnmarked // as the interface
final class StreamingOutput implements PayloadOutput {
    private static final Module JDK = Object.class.getModule();

    private final JsonGenerator generator;

    StreamingOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void beginObject() {
        generator.writeStartObject();
    }

    @Override
    public void endObject() {
        generator.writeEndObject();
    }

    @Override
    public PayloadOutput member(String name) {
        generator.writeName(name);
        return this;
    }

    @Override
    public void write(boolean value) {
        generator.writeBoolean(value);
    }

    @Override
    public void write(int value) {
        generator.writeNumber(value);
    }

    @Override
    public void write(long value) {
        generator.writeNumber(value);
    }

    @Override
    public void write(float value) {
        generator.writeNumber(value);
    }

    @Override
    public void write(double value) {
        generator.writeNumber(value);
    }

    @Override
    public void write(char value) {
        generator.writeString(String.valueOf(value));
    }

    @Override
    public void write(Boolean value) {
        if (isThere(value)) {
            generator.writeBoolean(value);
        }
    }

    @Override
    public void write(Character value) {
        if (isThere(value)) {
            generator.writeString(value.toString());
        }
    }

    @Override
    public void write(Number value) {
        if (!isThere(value)) {
            return;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            generator.writeNumber(value.intValue());
        } else if (value instanceof Long) {
            generator.writeNumber(value.longValue());
        } else if (value instanceof BigDecimal decimal) {
            generator.writeNumber(decimal);
        } else if (value instanceof Double) {
            generator.writeNumber(value.doubleValue());
        } else if (value instanceof BigInteger whole) {
            generator.writeNumber(whole);
        } else if (value instanceof Float) {
            generator.writeNumber(value.floatValue());
        } else {
            throw NotCovered.here();
        }
    }

    @Override
    public void write(String value) {
        if (isThere(value)) {
            generator.writeString(value);
        }
    }

    @Override
    public void write(Enum<?> value) {
        if (isThere(value)) {
            generator.writeString(value.name());
        }
    }

    @Override
    public void write(byte[] value) {
        if (isThere(value)) {
            generator.writeBinary(value);
        }
    }

    @Override
    public void write(OptionalInt value) {
        if (isThere(value, value == null || value.isEmpty())) {
            generator.writeNumber(value.getAsInt());
        }
    }

    @Override
    public void write(OptionalLong value) {
        if (isThere(value, value == null || value.isEmpty())) {
            generator.writeNumber(value.getAsLong());
        }
    }

    @Override
    public void write(OptionalDouble value) {
        if (isThere(value, value == null || value.isEmpty())) {
            generator.writeNumber(value.getAsDouble());
        }
    }

    @Override
    public void writeText(Object value) {
        if (isThere(value)) {
            generator.writeString(value.toString());
        }
    }

    @Override
    public void writeTime(TemporalAccessor value, DateTimeFormatter format) {
        if (isThere(value)) {
            generator.writeString(format.format(value));
        }
    }

    @Override
    public <T> void writeOptional(Optional<T> value, Writer<T> writer) {
        if (isThere(value, value == null || value.isEmpty())) {
            writer.write(this, value.get());
        }
    }

    @Override
    public <T> void writeObject(T value, Writer<T> writer) {
        if (isThere(value)) {
            writer.write(this, value);
        }
    }

    @Override
    public <T> void writeEach(Collection<T> elements, Writer<T> element) {
        if (isThere(elements)) {
            requirePlain(elements);
            generator.writeStartArray(elements, elements.size());
            for (T each : elements) {
                writeObject(each, element);
            }
            generator.writeEndArray();
        }
    }

    @Override
    public <K, V> void writeMap(Map<K, V> entries, Function<K, String> key, Writer<V> value) {
        if (isThere(entries)) {
            requirePlain(entries);
            generator.writeStartObject(entries, entries.size());
            for (Map.Entry<K, V> entry : entries.entrySet()) {
                generator.writeName(key.apply(entry.getKey()));
                writeObject(entry.getValue(), value);
            }
            generator.writeEndObject();
        }
    }

    private boolean isThere(Object value) {
        return isThere(value, value == null);
    }

    private boolean isThere(Object value, boolean empty) {
        if (empty) {
            generator.writeNull();
        }
        return !empty && value != null;
    }

    /** A container of somebody else's may say by annotations how it is stored. */
    private static void requirePlain(Object container) {
        if (container.getClass().getModule() != JDK) {
            throw NotCovered.here();
        }
    }
}
