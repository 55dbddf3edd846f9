package dev.eventfold.es.spi;

import java.util.Objects;

/**
 * A timeout of a process manager.
 *
 * @param processManager the stored name of the process manager
 * @param name the stored name of the timeout
 */
public record TimeoutType(String processManager, String name) {
    /** Checks that nothing is missing. */
    public TimeoutType {
        Objects.requireNonNull(processManager, "processManager");
        Objects.requireNonNull(name, "name");
    }
}
