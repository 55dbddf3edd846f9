package dev.eventfold.es.runtime;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.UnreadablePayload;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One instance of a process manager, as it was when it was looked up. Immutable. Made by the run time; not for users to implement. */
public interface ProcessInstance {
    /**
     * Which one it is.
     *
     * @return its key; empty for a process manager without keys
     */
    String key();

    /**
     * When it began.
     *
     * @return the time of the event that began it; without keys, of the first one that it remembered something of, and until then, when the
     *     store came to know the process manager
     */
    Instant started();

    /**
     * Up to where it is known to have read.
     *
     * @return the position of the last event that it had reacted to when it changed last: what it has reacted to since left it as it was. 0 when
     *     nothing was ever kept of it
     */
    long lastPosition();

    /**
     * What it remembers.
     *
     * @return its fields as stored, a JSON object
     */
    String stateJson();

    /**
     * What it remembers, as an object of the caller's own.
     *
     * @param <P> the class
     * @param processManager the class of the process manager
     * @return the state, in its present shape
     * @throws IllegalArgumentException when the process manager is of another class, or not in the program
     * @throws UnreadablePayload when what is stored does not fit
     */
    <P> P state(Class<P> processManager);

    /**
     * What it waits for.
     *
     * @return when each pending timeout is due, by name, sorted
     */
    Map<String, Instant> timeouts();

    /**
     * What it has sent that waits behind a failure.
     *
     * @return the parked commands in order, without the one that failed; without keys, those of all sequences
     */
    List<CommandEnvelope> parked();
}
