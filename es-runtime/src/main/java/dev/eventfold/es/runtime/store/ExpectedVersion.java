package dev.eventfold.es.runtime.store;

/** The condition of an append. "No stream" is not "version 0" by accident: it says that the stream must be new. */
public sealed interface ExpectedVersion {
    /** No condition. */
    record Any() implements ExpectedVersion {}

    /** The stream must have no events. */
    record NoStream() implements ExpectedVersion {}

    /**
     * The stream must have exactly so many events.
     *
     * @param version the version of its last event, from 1
     */
    record Version(long version) implements ExpectedVersion {
        /** Checks the range. */
        public Version {
            if (version < 1) {
                throw new IllegalArgumentException("version must be positive: version=" + version);
            }
        }
    }

    /**
     * The condition that the stream is as it was seen.
     *
     * @param version the version seen; 0 when it had no events
     * @return the condition
     */
    static ExpectedVersion of(long version) {
        return version == 0 ? new NoStream() : new Version(version);
    }

    /**
     * Whether a stream meets it.
     *
     * @param version the stream's version; 0 when it has no events
     * @return true when it does
     */
    default boolean allows(long version) {
        if (this instanceof Version expected) {
            return expected.version() == version;
        }
        return this instanceof Any || version == 0;
    }
}
