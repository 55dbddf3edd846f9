package dev.eventfold.es.spi;

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

/**
 * A payload that is being written. Implemented by the run time; for one thread.
 *
 * <p>What is {@code null} or empty is written as {@code null}. A method throws when its value has another form than the plain one: then the
 * general codec decides.
 */
@NullUnmarked // whether a member of a class may be null, only the class knows
public interface PayloadOutput {
    /**
     * Writes one value that is not null.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    interface Writer<T> {
        /**
         * Writes it.
         *
         * @param out takes it
         * @param value the value
         */
        void write(PayloadOutput out, T value);
    }

    /** Begins an object. */
    void beginObject();

    /** Ends the object begun last. */
    void endObject();

    /**
     * Begins a member of the object.
     *
     * @param name its name
     * @return this, for the value
     */
    PayloadOutput member(String name);

    /**
     * Writes a value.
     *
     * @param value the value
     */
    void write(boolean value);

    /**
     * Writes a value.
     *
     * @param value the value
     */
    void write(int value);

    /**
     * Writes a value.
     *
     * @param value the value
     */
    void write(long value);

    /**
     * Writes a value.
     *
     * @param value the value
     */
    void write(float value);

    /**
     * Writes a value.
     *
     * @param value the value
     */
    void write(double value);

    /**
     * Writes a value.
     *
     * @param value the value
     */
    void write(char value);

    /**
     * Writes a value.
     *
     * @param value the value or null
     */
    void write(Boolean value);

    /**
     * Writes a value.
     *
     * @param value the value or null
     */
    void write(Character value);

    /**
     * Writes a value.
     *
     * @param value one of {@code java.lang} or {@code java.math}, or null
     */
    void write(Number value);

    /**
     * Writes a value.
     *
     * @param value the value or null
     */
    void write(String value);

    /**
     * Writes a constant by its name.
     *
     * @param value the value or null
     */
    void write(Enum<?> value);

    /**
     * Writes bytes in Base64.
     *
     * @param value the value or null
     */
    void write(byte[] value);

    /**
     * Writes a number that may be missing.
     *
     * @param value the value or null
     */
    void write(OptionalInt value);

    /**
     * Writes a number that may be missing.
     *
     * @param value the value or null
     */
    void write(OptionalLong value);

    /**
     * Writes a number that may be missing.
     *
     * @param value the value or null
     */
    void write(OptionalDouble value);

    /**
     * Writes what its class gives as text.
     *
     * @param value the value or null
     */
    void writeText(Object value);

    /**
     * Writes a time.
     *
     * @param value the value or null
     * @param format makes it text
     */
    void writeTime(TemporalAccessor value, DateTimeFormatter format);

    /**
     * Writes a value that may be missing.
     *
     * @param <T> the value
     * @param value the value or null
     * @param writer writes it
     */
    <T> void writeOptional(Optional<T> value, Writer<T> writer);

    /**
     * Writes an object.
     *
     * @param <T> the object
     * @param value the object or null
     * @param writer writes it
     */
    <T> void writeObject(T value, Writer<T> writer);

    /**
     * Writes an array.
     *
     * @param <T> the element
     * @param elements the elements, in their order, or null
     * @param element writes one
     */
    <T> void writeEach(Collection<T> elements, Writer<T> element);

    /**
     * Writes an object whose members are entries.
     *
     * @param <K> the key
     * @param <V> the value
     * @param entries the entries, in their order, or null
     * @param key gives one as text
     * @param value writes one
     */
    <K, V> void writeMap(Map<K, V> entries, Function<K, String> key, Writer<V> value);
}
