package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.CommitSize;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A log that begins as another one is now, and keeps what is committed to itself: for finding out what would come of something. A stream stays as
 * it was when it was looked at first. For one thread at a time.
 */
final class RehearsalLog implements EventStore {
    private final EventStore log;
    private final Map<StreamId, Long> versions = new HashMap<>();
    private final Map<StreamId, List<StoredEvent>> added = new HashMap<>();
    private final Map<RowKey, Optional<VersionedRow>> rows = new HashMap<>();
    private long head;
    private long commits;

    RehearsalLog(EventStore log) {
        this.log = log;
        this.head = log.head(0, View.DECIDED);
    }

    @Override
    public int partitions() {
        return log.partitions();
    }

    @Override
    public CommitOutcome commit(Commit commit) {
        TooLarge tooLarge = CommitSize.of(commit).refusal();
        if (tooLarge != null) {
            return tooLarge;
        }
        commits++;
        List<StoredEvent> written = new ArrayList<>();
        commit.appends().forEach(append -> written.addAll(write(append)));
        commit.rows().forEach(change -> rows.put(change.key(), row(change)));
        return new Committed(commits, written);
    }

    private List<StoredEvent> write(StreamAppend append) {
        long version = version(append.stream(), View.DECIDED);
        List<StoredEvent> ofStream = added.computeIfAbsent(append.stream(), stream -> new ArrayList<>());
        List<StoredEvent> written = new ArrayList<>();
        for (NewEvent event : append.events()) {
            written.add(new StoredEvent(0, ++head, append.stream(), ++version, written.size(), event));
        }
        ofStream.addAll(written);
        return written;
    }

    private Optional<VersionedRow> row(RowChange change) {
        return change instanceof RowChange.Put put
                ? Optional.of(new VersionedRow(put.row(), commits))
                : Optional.empty();
    }

    @Override
    public void awaitDurable(long commit) {}

    @Override
    public long lastCommit() {
        return commits;
    }

    @Override
    public long head(int partition, View view) {
        return head;
    }

    @Override
    public List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
        throw notRehearsed("read");
    }

    @Override
    public List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
        List<StoredEvent> own = added.getOrDefault(stream, List.of());
        long before = before(stream);
        List<StoredEvent> events = new ArrayList<>();
        if (fromVersion <= before) {
            int most = (int) Math.min(maxEvents, before - fromVersion + 1);
            events.addAll(log.readStream(stream, fromVersion, most, View.DECIDED));
        }
        int first = (int) Math.max(0, fromVersion - before - 1);
        for (int next = first; next < own.size() && events.size() < maxEvents; next++) {
            events.add(own.get(next));
        }
        return events;
    }

    private long before(StreamId stream) {
        return versions.computeIfAbsent(stream, name -> log.version(name, View.DECIDED));
    }

    @Override
    public long version(StreamId stream, View view) {
        return before(stream) + added.getOrDefault(stream, List.of()).size();
    }

    @Override
    public Stream<StreamId> streams(String aggregate) {
        return log.streams(aggregate);
    }

    @Override
    public List<StoredEvent> firstResult(StreamId stream, String commandId) {
        List<StoredEvent> own = added.getOrDefault(stream, List.of()).stream()
                .filter(event -> event.event().origin().commandId().equals(commandId))
                .toList();
        return own.isEmpty() ? log.firstResult(stream, commandId) : own;
    }

    @Override
    public Optional<VersionedRow> row(RowKey key) {
        return rows.computeIfAbsent(key, log::row);
    }

    @Override
    public List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        throw notRehearsed("due");
    }

    @Override
    public Stream<RowKey> rows(String processManager, int generation) {
        throw notRehearsed("rows");
    }

    @Override
    public long position(String consumer, int partition) {
        return log.position(consumer, partition);
    }

    @Override
    public Stream<CommittedMove> moves(String consumer, int partition, long afterCommit) {
        throw notRehearsed("moves");
    }

    @Override
    public Lease lease(String consumer, int partition) {
        return new Lease(consumer, partition, 0);
    }

    @Override
    public Optional<Snapshot> snapshot(StreamId stream) {
        return Optional.empty();
    }

    @Override
    public void keep(Snapshot snapshot) {
        // What comes of a rehearsal is forgotten.
    }

    @Override
    public boolean await(int partition, long after, Duration most) {
        throw notRehearsed("await");
    }

    private static IllegalStateException notRehearsed(String call) {
        return new IllegalStateException("nobody asks this of a log that is only for trying out: call=" + call);
    }

    @Override
    public void close() {}
}
