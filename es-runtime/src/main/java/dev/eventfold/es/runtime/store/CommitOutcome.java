package dev.eventfold.es.runtime.store;

import java.util.List;

/** What came of a commit. The set is closed: whoever commits answers every one of them. In all but the first, nothing was written. */
public sealed interface CommitOutcome {
    /**
     * It is in the log, and durable once {@link EventStore#awaitDurable} of {@link #commit()} has returned.
     *
     * @param commit the number of the commit in this store, growing
     * @param events the events as stored, in the order given
     */
    record Committed(long commit, List<StoredEvent> events) implements CommitOutcome {
        /** Copies. */
        public Committed {
            events = List.copyOf(events);
        }
    }

    /**
     * A stream is not at the version expected.
     *
     * @param stream the stream
     * @param actual its version
     */
    record VersionConflict(StreamId stream, long actual) implements CommitOutcome {}

    /**
     * The consumer, or a row of it, is not where it was expected: somebody else moved it.
     *
     * @param consumer the consumer
     * @param actual its position
     */
    record ConsumerMoved(String consumer, long actual) implements CommitOutcome {}

    /**
     * The lease is stale.
     *
     * @param lease the lease
     */
    record Fenced(Lease lease) implements CommitOutcome {}

    /**
     * The command id is in the stream already.
     *
     * @param first the events of the first time
     */
    record DuplicateCommand(List<StoredEvent> first) implements CommitOutcome {
        /** Copies. */
        public DuplicateCommand {
            first = List.copyOf(first);
        }
    }

    /**
     * It is more than a commit may hold.
     *
     * @param bytes its size in the log
     * @param lines its lines
     */
    record TooLarge(long bytes, int lines) implements CommitOutcome {}

    /**
     * Nobody knows: the connection broke or the disk failed in the middle.
     *
     * @param cause what was seen
     */
    record Unknown(Exception cause) implements CommitOutcome {}
}
