package dev.eventfold.es.runtime;

import dev.eventfold.es.EsException;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.spi.PayloadCodec;
import java.util.Collection;
import java.util.Optional;

/**
 * Turns payloads and process state into JSON and back. Safe for use by any number of threads. Not for users to implement: get one from
 * {@link dev.eventfold.es.runtime.json.Jackson}.
 */
public interface Codec {
    /**
     * This codec with what was generated for a program, where it lets generated code read and write.
     *
     * @param generated the codecs of all modules
     * @return another codec; this one when it does not
     */
    default Codec withGenerated(Collection<PayloadCodec> generated) {
        return this;
    }

    /**
     * The code that changes how it reads and writes: what was written by other code may not be what this one would read.
     *
     * @return the class of what {@link dev.eventfold.es.runtime.json.Jackson#with} was given; empty for a codec that nothing was given
     */
    default Optional<Class<?>> customisedBy() {
        return Optional.empty();
    }

    /**
     * Writes an event, a command or process state.
     *
     * @param value the object
     * @return one line of JSON
     * @throws EsException when the object cannot be written as JSON; the message names the path
     */
    Json write(Object value);

    /**
     * Reads a command: a member that is missing or unknown is an error.
     *
     * @param <T> the class
     * @param json the command
     * @param type its class
     * @return the command
     * @throws UnreadablePayload when the JSON does not fit; the message names the path
     */
    <T> T readCommand(Json json, Class<T> type);

    /**
     * Reads an event: a missing member is an error, an unknown one is ignored.
     *
     * @param <T> the class
     * @param json the event
     * @param type its class
     * @return the event
     * @throws UnreadablePayload when the JSON does not fit; the message names the path
     */
    <T> T readEvent(Json json, Class<T> type);

    /**
     * Reads process state: an unknown member is an error, and so is a missing component of a record; a missing field of a class keeps what
     * the no-argument constructor gave it.
     *
     * @param <T> the class
     * @param json the state
     * @param type its class
     * @return the state
     * @throws UnreadablePayload when the JSON does not fit; the message names the path
     */
    <T> T readState(Json json, Class<T> type);
}
