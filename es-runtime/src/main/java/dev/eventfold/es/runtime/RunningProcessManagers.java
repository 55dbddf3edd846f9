package dev.eventfold.es.runtime;

/** Process managers that react as soon as something is written. Made by the run time; not for users to implement. */
public interface RunningProcessManagers extends AutoCloseable {
    /** Stops them once the commit in hand is finished, and returns when it is. A second call does nothing. */
    @Override
    void close();
}
