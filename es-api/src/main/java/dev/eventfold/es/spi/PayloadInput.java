package dev.eventfold.es.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
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

/**
 * A payload that is being read. Implemented by the run time; for one thread.
 *
 * <p>Each method takes the value at hand and throws when that is anything but the plain form of what is asked for: then the general codec
 * decides. A JSON {@code null} is {@code null} here as well, except for primitives, which it does not fit, and for optionals, which it leaves
 * empty.
 */
@NullUnmarked // whether a member of a class may be null, only the class knows
public interface PayloadInput {
    /** What {@link #nextMember} returns behind the last member. */
    int END = -1;

    /**
     * Reads one value that is not null.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    interface Reader<T> {
        /**
         * Reads it.
         *
         * @param in at the value
         * @return the value
         */
        T read(PayloadInput in);
    }

    /**
     * Enters an object that is made of what was read: members that are not optional must all come.
     *
     * @param members its members
     */
    void beginRecord(Members members);

    /**
     * Enters an object whose fields are set one by one: in process state, those that are missing keep what the constructor gave them.
     *
     * @param members its members
     */
    void beginFields(Members members);

    /**
     * Goes to the next member of the object entered last, past those that are unknown where these are ignored.
     *
     * @return its place among the members, or {@link #END} when the object is whole and left
     */
    int nextMember();

    /**
     * Reads a primitive.
     *
     * @return the value
     */
    boolean readBoolean();

    /**
     * Reads a primitive.
     *
     * @return the value
     */
    byte readByte();

    /**
     * Reads a primitive.
     *
     * @return the value
     */
    short readShort();

    /**
     * Reads a primitive.
     *
     * @return the value
     */
    int readInt();

    /**
     * Reads a primitive.
     *
     * @return the value
     */
    long readLong();

    /**
     * Reads a primitive.
     *
     * @return the value
     */
    float readFloat();

    /**
     * Reads a primitive.
     *
     * @return the value
     */
    double readDouble();

    /**
     * Reads a primitive.
     *
     * @return the value
     */
    char readChar();

    /**
     * Reads text.
     *
     * @return the text or null
     */
    String readString();

    /**
     * Reads a whole number of any size.
     *
     * @return the number or null
     */
    BigInteger readBigInteger();

    /**
     * Reads a number with its exact scale.
     *
     * @return the number or null
     */
    BigDecimal readBigDecimal();

    /**
     * Reads bytes in Base64.
     *
     * @return the bytes or null
     */
    byte[] readBinary();

    /**
     * Reads a UUID of 36 characters.
     *
     * @return the UUID or null
     */
    UUID readUuid();

    /**
     * Reads a time in UTC.
     *
     * @return the time or null
     */
    Instant readInstant();

    /**
     * Reads what is stored as text.
     *
     * @param <T> the class
     * @param parse makes it of the text, or throws
     * @return the value or null
     */
    <T> T readText(Function<String, T> parse);

    /**
     * Reads a constant by its name.
     *
     * @param <E> the enum
     * @param type the enum
     * @return the constant or null
     */
    <E extends Enum<E>> E readEnum(Class<E> type);

    /**
     * Reads a number that may be missing.
     *
     * @return empty for null
     */
    OptionalInt readOptionalInt();

    /**
     * Reads a number that may be missing.
     *
     * @return empty for null
     */
    OptionalLong readOptionalLong();

    /**
     * Reads a number that may be missing.
     *
     * @return empty for null
     */
    OptionalDouble readOptionalDouble();

    /**
     * Reads a value that may be missing.
     *
     * @param <T> the value
     * @param value reads it
     * @return empty for null
     */
    <T> Optional<T> readOptional(Reader<T> value);

    /**
     * Reads an object.
     *
     * @param <T> the object
     * @param value reads it
     * @return the object or null
     */
    <T> T readObject(Reader<T> value);

    /**
     * Reads an array.
     *
     * @param <T> the element
     * @param element reads one
     * @return a new list, which may hold null, or null
     */
    <T> List<T> readList(Reader<T> element);

    /**
     * Reads an array.
     *
     * @param <T> the element
     * @param element reads one
     * @return a new set, which may hold null, or null
     */
    <T> Set<T> readSet(Reader<T> element);

    /**
     * Reads an array of constants.
     *
     * @param <E> the enum
     * @param type the enum
     * @return a new set in the order of the constants or null
     */
    <E extends Enum<E>> Set<E> readEnumSet(Class<E> type);

    /**
     * Reads an object whose members are entries.
     *
     * @param <K> the key
     * @param <V> the value
     * @param key makes one of its text, or throws
     * @param value reads one
     * @return a new map in the order of the entries, which may hold null values, or null
     */
    <K, V> Map<K, V> readMap(Function<String, K> key, Reader<V> value);

    /**
     * Reads an object whose members are entries with constants as keys.
     *
     * @param <E> the enum
     * @param <V> the value
     * @param type the enum
     * @param value reads one
     * @return a new map in the order of the constants, which may hold null values, or null
     */
    <E extends Enum<E>, V> Map<E, V> readEnumMap(Class<E> type, Reader<V> value);
}
