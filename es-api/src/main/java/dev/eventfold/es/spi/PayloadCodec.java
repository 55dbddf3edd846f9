package dev.eventfold.es.spi;

import java.util.List;

/**
 * Reads and writes the payloads that one class declares, member by member and without reflection. Implemented by generated code, stateless and
 * safe for use by any number of threads.
 *
 * <p>It covers what is common. For whatever else it finds it throws, and the run time asks the general codec, which has the last word on what a
 * payload means and on what is wrong with it.
 */
public interface PayloadCodec {
    /**
     * The classes of the payloads.
     *
     * @return in the order that the other methods count them
     */
    List<Class<?>> types();

    /**
     * Reads a payload.
     *
     * @param type the place of its class in {@link #types()}
     * @param in at its first token
     * @return the payload
     */
    Object read(int type, PayloadInput in);

    /**
     * Writes a payload.
     *
     * @param type the place of its class in {@link #types()}
     * @param value the payload
     * @param out takes it
     */
    void write(int type, Object value, PayloadOutput out);

    /**
     * What to throw for a type that this codec does not know, which the run time never passes.
     *
     * @param type the place of the class
     * @return the exception
     */
    default IllegalStateException unknown(int type) {
        return new IllegalStateException(
                "generated code is out of step, recompile: codec=" + getClass().getName() + ", type=" + type);
    }
}
