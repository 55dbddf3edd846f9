package dev.eventfold.es.runtime.json;

import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a payload token by token; the current token is always the one that the next call is about. */
@NullUnmarked // as the interface
final class StreamingInput implements PayloadInput {
    private final JsonParser parser;
    private final OpenObjects objects;

    StreamingInput(JsonParser parser, Reading reading) {
        this.parser = parser;
        this.objects = new OpenObjects(reading);
    }

    @Override
    public void beginRecord(Members members) {
        require(JsonToken.START_OBJECT);
        objects.enter(members, members.required());
    }

    @Override
    public void beginFields(Members members) {
        require(JsonToken.START_OBJECT);
        objects.enterFields(members);
    }

    @Override
    public int nextMember() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            int member = objects.take(name);
            parser.nextToken();
            if (member != END) {
                return member;
            }
            parser.skipChildren();
        }
        require(JsonToken.END_OBJECT);
        objects.leave();
        return END;
    }

    @Override
    public boolean readBoolean() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        require(JsonToken.VALUE_FALSE);
        return false;
    }

    @Override
    public byte readByte() {
        int value = readInt();
        return value == (byte) value ? (byte) value : refuse();
    }

    @Override
    public short readShort() {
        int value = readInt();
        return value == (short) value ? (short) value : refuse();
    }

    @Override
    public int readInt() {
        require(JsonToken.VALUE_NUMBER_INT);
        return parser.getIntValue();
    }

    @Override
    public long readLong() {
        require(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    @Override
    public float readFloat() {
        requireNumber();
        return parser.getFloatValue();
    }

    @Override
    public double readDouble() {
        requireNumber();
        return parser.getDoubleValue();
    }

    @Override
    public char readChar() {
        require(JsonToken.VALUE_STRING);
        String text = parser.getString();
        return text.length() == 1 ? text.charAt(0) : (char) refuse();
    }

    @Override
    public String readString() {
        if (isNull()) {
            return null;
        }
        require(JsonToken.VALUE_STRING);
        return parser.getString();
    }

    @Override
    public BigInteger readBigInteger() {
        if (isNull()) {
            return null;
        }
        require(JsonToken.VALUE_NUMBER_INT);
        return parser.getBigIntegerValue();
    }

    @Override
    public BigDecimal readBigDecimal() {
        if (isNull()) {
            return null;
        }
        requireNumber();
        return parser.getDecimalValue();
    }

    @Override
    public byte[] readBinary() {
        if (isNull()) {
            return null;
        }
        require(JsonToken.VALUE_STRING);
        return parser.getBinaryValue();
    }

    @Override
    public UUID readUuid() {
        return readText(PlainTexts::uuid);
    }

    @Override
    public Instant readInstant() {
        return readText(PlainTexts::instant);
    }

    @Override
    public <T> T readText(Function<String, T> parse) {
        String text = readString();
        return text == null ? null : parse.apply(text);
    }

    @Override
    public <E extends Enum<E>> E readEnum(Class<E> type) {
        String name = readString();
        return name == null ? null : Enum.valueOf(type, name);
    }

    @Override
    public OptionalInt readOptionalInt() {
        return isNull() ? OptionalInt.empty() : OptionalInt.of(readInt());
    }

    @Override
    public OptionalLong readOptionalLong() {
        return isNull() ? OptionalLong.empty() : OptionalLong.of(readLong());
    }

    @Override
    public OptionalDouble readOptionalDouble() {
        return isNull() ? OptionalDouble.empty() : OptionalDouble.of(readDouble());
    }

    @Override
    public <T> Optional<T> readOptional(Reader<T> value) {
        return isNull() ? Optional.empty() : Optional.of(value.read(this));
    }

    @Override
    public <T> T readObject(Reader<T> value) {
        return isNull() ? null : value.read(this);
    }

    @Override
    public <T> List<T> readList(Reader<T> element) {
        return isNull() ? null : readInto(new ArrayList<>(), element);
    }

    @Override
    public <T> Set<T> readSet(Reader<T> element) {
        return isNull() ? null : readInto(new HashSet<>(), element);
    }

    @Override
    public <E extends Enum<E>> Set<E> readEnumSet(Class<E> type) {
        return isNull() ? null : readInto(EnumSet.noneOf(type), in -> in.readEnum(type));
    }

    private <T, C extends Collection<T>> C readInto(C elements, Reader<T> element) {
        require(JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(readObject(element));
        }
        return elements;
    }

    @Override
    public <K, V> Map<K, V> readMap(Function<String, K> key, Reader<V> value) {
        return isNull() ? null : readInto(new LinkedHashMap<>(), key, value);
    }

    @Override
    public <E extends Enum<E>, V> Map<E, V> readEnumMap(Class<E> type, Reader<V> value) {
        return isNull() ? null : readInto(new EnumMap<>(type), name -> Enum.valueOf(type, name), value);
    }

    private <K, V> Map<K, V> readInto(Map<K, V> entries, Function<String, K> key, Reader<V> value) {
        require(JsonToken.START_OBJECT);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            int before = entries.size();
            entries.put(key.apply(name), readObject(value));
            if (entries.size() == before) {
                throw NotCovered.here(); // a key twice: whether that is an error depends on what is read
            }
        }
        require(JsonToken.END_OBJECT);
        return entries;
    }

    private boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    private void require(JsonToken token) {
        if (parser.currentToken() != token) {
            refuse();
        }
    }

    private void requireNumber() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            require(JsonToken.VALUE_NUMBER_INT);
        }
    }

    private static byte refuse() {
        throw NotCovered.here();
    }
}
