package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.ConsumerMoved;
import dev.eventfold.es.runtime.store.CommitOutcome.DuplicateCommand;
import dev.eventfold.es.runtime.store.CommitOutcome.Fenced;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.CommitOutcome.VersionConflict;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides commits one after the other: checks their conditions, gives them their place in the log, and brings the index up to date. Guarded by the store's lock. */
final class Decider {
    private final LogIndex index;
    private final LogTail tail;
    private final DecidedLines lines;
    private final Checksum checksum;
    private final Map<String, Long> epochs = new HashMap<>();

    Decider(LogIndex index, LogTail tail, DecidedLines lines, Checksum checksum) {
        this.index = index;
        this.tail = tail;
        this.lines = lines;
        this.checksum = checksum;
    }

    Lease lease(String consumer) {
        return new Lease(consumer, 0, epochs.merge(consumer, 1L, Long::sum));
    }

    /**
     * Decides one.
     *
     * @param synced the highest commit whose fsync has returned
     */
    CommitOutcome decide(Commit commit, long synced) {
        int size = LogEncoder.lines(commit);
        CommitOutcome refusal = size > Commit.MAX_LINES ? new TooLarge(0, size) : refusal(commit);
        if (refusal != null) {
            return refusal;
        }
        long[] versions = new long[commit.appends().size()];
        refusal = conflict(commit.appends(), versions);
        return refusal != null ? refusal : write(commit, versions, size, synced);
    }

    private @Nullable CommitOutcome refusal(Commit commit) {
        ConsumerMove move = commit.move();
        CommitOutcome refusal = move == null ? null : refusal(move);
        refusal = refusal != null ? refusal : duplicate(commit.appends());
        return refusal != null ? refusal : movedRow(commit.rows());
    }

    private @Nullable CommitOutcome refusal(ConsumerMove move) {
        Lease lease = move.lease();
        Objects.checkIndex(lease.partition(), 1);
        if (epochs.getOrDefault(lease.consumer(), 0L) != lease.epoch()) {
            return new Fenced(lease);
        }
        long position = index.position(lease.consumer());
        return position == move.from() ? null : new ConsumerMoved(lease.consumer(), position);
    }

    private @Nullable CommitOutcome duplicate(List<StreamAppend> appends) {
        for (StreamAppend append : appends) {
            if (append.once()) {
                List<StoredEvent> first = lines.firstResult(append.stream(), append.commandId());
                if (!first.isEmpty()) {
                    return new DuplicateCommand(first);
                }
            }
        }
        return null;
    }

    private @Nullable CommitOutcome movedRow(List<RowChange> changes) {
        for (RowChange change : changes) {
            if (!index.rowIsAt(change.key(), change.expectedVersion(), at -> lines.isAbout(change.key(), at))) {
                String consumer = change.key().processManager();
                return new ConsumerMoved(consumer, index.position(consumer));
            }
        }
        return null;
    }

    /** Checks the versions, and fills in those of the first event of each append. */
    private @Nullable CommitOutcome conflict(List<StreamAppend> appends, long[] versions) {
        Map<StreamId, Long> within = appends.size() > 1 ? new HashMap<>(2 * appends.size()) : Map.of();
        for (int n = 0; n < versions.length; n++) {
            StreamAppend append = appends.get(n);
            Long earlier = within.get(append.stream());
            long version = earlier != null ? earlier : lines.version(append.stream());
            if (!append.expected().allows(version)) {
                return new VersionConflict(append.stream(), version);
            }
            versions[n] = version + 1;
            if (versions.length > 1) {
                within.put(append.stream(), version + append.events().size());
            }
        }
        return null;
    }

    private CommitOutcome write(Commit commit, long[] versions, int size, long synced) {
        long number = index.commit() + 1;
        Chunk chunk = tail.chunkFor(number, index.head() + 1);
        LogEncoder encoder = new LogEncoder(chunk, checksum, number, synced, size);
        try {
            encoder.write(commit, index.head() + 1, versions);
        } catch (RuntimeException | Error e) {
            encoder.undo();
            throw e;
        }
        if (encoder.isTooLarge()) {
            TooLarge tooLarge = new TooLarge(encoder.bytes(), size);
            encoder.undo();
            return tooLarge;
        }
        remember(commit, number, encoder);
        tail.add(number, index.head());
        return new Committed(number, encoder.events());
    }

    private void remember(Commit commit, long number, LogEncoder encoder) {
        int line = 0;
        for (StoredEvent event : encoder.events()) {
            String command = event.event().origin().commandId();
            index.addEvent(event.stream(), command, event.index() == 0, encoder.location(line++));
        }
        for (RowChange change : commit.rows()) {
            remember(change, number, encoder.location(line++));
        }
        ConsumerMove move = commit.move();
        if (move != null) {
            index.move(move.lease().consumer(), move.to());
        }
        index.commit(number);
    }

    private void remember(RowChange change, long number, long location) {
        if (change instanceof RowChange.Put put) {
            index.putRow(
                    change.key(), change.expectedVersion(), number, location, at -> lines.isAbout(change.key(), at));
            Instant nextDue = put.row().nextDue();
            if (nextDue != null) {
                index.putDue(change.key(), nextDue, location);
            }
        } else {
            index.removeRow(change.key(), change.expectedVersion(), at -> lines.isAbout(change.key(), at));
        }
    }
}
