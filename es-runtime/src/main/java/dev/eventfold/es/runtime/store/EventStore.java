package dev.eventfold.es.runtime.store;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the log, and with it the rows and positions that are part of it.
 *
 * <p>Safe for use by any number of threads. Every method throws {@link StoreFailed} when the disk or the server fails,
 * {@link StoreDamaged} when it reads something that was not written so, and {@link StoreClosed} after {@link #close()}.
 */
public interface EventStore extends AutoCloseable {
    /**
     * How many partitions the log has. Each orders its own events; streams never move between them.
     *
     * @return 1 on files and memory
     */
    int partitions();

    /**
     * Writes all or nothing. Commits are ordered as the calls return; what is committed can be read with {@link View#DECIDED} at once, and is
     * durable when {@link #awaitDurable} says so.
     *
     * @param commit what to write
     * @return what came of it
     */
    CommitOutcome commit(Commit commit);

    /**
     * Waits until a commit, and every earlier one, is durable. Many callers and commits share one fsync. Closing makes durable what is
     * committed, so this answers after {@link #close()} too.
     *
     * @param commit the number of {@link CommitOutcome.Committed}, or of {@link #lastCommit()}; 0 returns at once
     * @throws StoreFailed when that is not known any more, because the write failed or the thread was interrupted while it waited, in which
     *     case it stays interrupted
     */
    void awaitDurable(long commit);

    /**
     * The newest commit, durable or not.
     *
     * @return its number; 0 when there is none, or when every commit is durable before it returns
     */
    long lastCommit();

    /**
     * The last position of a partition.
     *
     * @param partition the partition
     * @param view how far to see
     * @return 0 when it is empty
     */
    long head(int partition, View view);

    /**
     * Reads events in the order of their partition, system events too. Contiguous: never skips a position that may still be filled.
     *
     * @param partition the partition
     * @param after the position to begin after
     * @param maxEvents the most to return, at least 1
     * @param maxBytes where to stop, though the first one is returned however large
     * @param view how far to see
     * @return empty at the end
     */
    List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view);

    /**
     * The same, but only events that somebody wants. A store that knows the name of an event before it has read the rest spares that.
     *
     * @param partition the partition
     * @param after the position to begin after
     * @param through the last position to look at
     * @param maxEvents the most to return, at least 1
     * @param maxBytes where to stop, though the first one is returned however large
     * @param view how far to see
     * @param wanted which are returned
     * @return how far it looked: {@code after} at the end, and at least one position further before
     */
    default EventSlice read(
            int partition, long after, long through, int maxEvents, long maxBytes, View view, EventFilter wanted) {
        int most = (int) Math.min(maxEvents, through - after);
        List<StoredEvent> all = read(partition, after, most, maxBytes, view);
        long to = all.isEmpty() ? after : all.get(all.size() - 1).position();
        return new EventSlice(
                all.stream()
                        .filter(event -> wanted.wants(
                                event.stream().aggregate(), event.event().name()))
                        .toList(),
                to);
    }

    /**
     * Reads events of one stream in order.
     *
     * @param stream the stream
     * @param fromVersion the first version wanted, from 1
     * @param maxEvents the most to return
     * @param view how far to see
     * @return empty at the end, and for a stream with no events
     */
    List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view);

    /**
     * The version of a stream.
     *
     * @param stream the stream
     * @param view how far to see
     * @return the number of its events; 0 when there is no such stream
     */
    long version(StreamId stream, View view);

    /**
     * The streams of one aggregate that have durable events, system ones too when asked for by name.
     *
     * @param aggregate the aggregate's stored name
     * @return sorted by instance id; to be closed
     */
    Stream<StreamId> streams(String aggregate);

    /**
     * What a command wrote the first time that its id was used in its stream.
     *
     * @param stream the stream
     * @param commandId the command's id
     * @return its events, decided or durable; empty when the id is new there
     */
    List<StoredEvent> firstResult(StreamId stream, String commandId);

    /**
     * The newest decided row.
     *
     * @param key its name
     * @return empty when there is none
     */
    Optional<VersionedRow> row(RowKey key);

    /**
     * The newest decided rows of one generation of a process manager whose {@link Row#nextDue()} has come. Costs what it returns, not what
     * there is.
     *
     * @param processManager its stored name
     * @param generation the generation
     * @param until the last time wanted, inclusive; {@link Instant#MAX} for the next one, whenever that is
     * @param most the most to return, at least 1
     * @return earliest first; which of equals comes first is not promised
     */
    List<VersionedRow> due(String processManager, int generation, Instant until, int most);

    /**
     * The names of the decided rows of one generation of a process manager.
     *
     * @param processManager its stored name
     * @param generation the generation
     * @return in no order, each row that is there during the whole call once; to be closed
     */
    Stream<RowKey> rows(String processManager, int generation);

    /**
     * Where a consumer's last committed move ended.
     *
     * @param consumer the consumer's name
     * @param partition the partition
     * @return 0 before its first move
     */
    long position(String consumer, int partition);

    /**
     * The durable moves of a consumer, for replays, which compare what a consumer does now with what it did then. Costs a look at the whole log
     * behind the commit given.
     *
     * @param consumer the consumer's name
     * @param partition the partition
     * @param afterCommit the commit to begin after; 0 for all
     * @return in the order of the commits, up to what is durable at the call, read as the stream is consumed; to be closed
     */
    Stream<CommittedMove> moves(String consumer, int partition, long afterCommit);

    /**
     * Takes the lease of a consumer on a partition; earlier ones are stale from now on.
     *
     * @param consumer the consumer's name
     * @param partition the partition
     * @return the lease
     */
    Lease lease(String consumer, int partition);

    /**
     * What was kept last of the state of a stream. A cache, which a store may lose at any time: whoever uses it makes sure that it is of the
     * events that are there.
     *
     * @param stream the stream
     * @return as it was kept; empty when there is nothing, or nothing that can be believed
     */
    Optional<Snapshot> snapshot(StreamId stream);

    /**
     * Keeps the state of a stream instead of what was kept of it before. Delays no commit, and is durable at some time or never. Does nothing when
     * the events up to its version are not durable, and in a store that is only read.
     *
     * @param snapshot the state
     */
    void keep(Snapshot snapshot);

    /**
     * Waits until a partition has decided events after a position. Never misses one; may return early.
     *
     * @param partition the partition
     * @param after the position
     * @param most how long to wait at most
     * @return true when there are some
     * @throws InterruptedException when the thread is interrupted
     */
    boolean await(int partition, long after, Duration most) throws InterruptedException;

    /** Makes what is committed durable and lets go of everything. Waiting threads are woken. A second call does nothing. */
    @Override
    void close();
}
