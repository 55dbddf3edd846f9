package dev.eventfold.es.runtime;

import java.util.Optional;

/** How far one process manager, projection or subscriber has come, and what holds it up. Immutable. Made by the run time; not for users to implement. */
public interface ConsumerStatus {
    /**
     * Which one it is.
     *
     * @return its stored name
     */
    String consumer();

    /**
     * What moves it.
     *
     * @return whether it runs, and if not, why
     */
    State state();

    /**
     * The last event that it has passed.
     *
     * @return its global position; 0 at the beginning
     */
    long position();

    /**
     * How much it has before it.
     *
     * @return the number of durable events behind its position, those of others and of the system too
     */
    long lag();

    /**
     * How many sequences wait behind a failure.
     *
     * @return process instances; without keys, source streams
     */
    long blocked();

    /**
     * What waits behind failures.
     *
     * @return the number of parked commands and events
     */
    long parked();

    /**
     * What has failed and is neither retried nor evicted.
     *
     * @return the number of pending dead letters
     */
    long failures();

    /**
     * What went wrong last.
     *
     * @return empty when nothing did since it moved last
     */
    Optional<String> error();

    /** What moves a consumer. */
    enum State {
        /** A live loop, or for a projection the thread beside it. While it cannot read, {@link ConsumerStatus#error()} says why, and it tries again. */
        RUNNING,
        /** Nothing until it is run or started by this store object; whether another process runs it is not known here. */
        NOT_RUNNING,
        /** Nothing until what failed is retried or evicted: {@code onFailure = OnFailure.STOP}. */
        STOPPED,
        /** Nothing: {@link ConsumerStatus#error()} says why, and what must be done before it can move again. */
        FAILED,
        /** Nothing: the store knows it, and the program does not. */
        MISSING
    }
}
