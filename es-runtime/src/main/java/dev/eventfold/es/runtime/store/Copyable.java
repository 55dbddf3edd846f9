package dev.eventfold.es.runtime.store;

import java.nio.file.Path;

/** A store that can be copied while it is in use. Not part of {@link EventStore}: a server has its own ways. */
public interface Copyable {
    /**
     * Writes all that is committed when it is called, and nothing later, as a store of its own.
     *
     * @param directory where to; made when it is missing, else empty, and neither within the store nor around it
     * @throws dev.eventfold.es.runtime.StoreFailed when it is not such a directory, or the disk fails; what was written then is refused when it is opened
     */
    void copyTo(Path directory);
}
