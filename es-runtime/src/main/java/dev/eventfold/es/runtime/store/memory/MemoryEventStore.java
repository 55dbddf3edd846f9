package dev.eventfold.es.runtime.store.memory;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitChecks;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.ConsumerMoved;
import dev.eventfold.es.runtime.store.CommitOutcome.DuplicateCommand;
import dev.eventfold.es.runtime.store.CommitOutcome.Fenced;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.CommitOutcome.VersionConflict;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the log in plain collections under one lock. Every commit is durable at once, for as long as the process lives; so both views are
 * the same. One partition.
 */
public final class MemoryEventStore implements EventStore {
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final List<StoredEvent> log = new ArrayList<>();
    private final Map<StreamId, List<StoredEvent>> streams = new HashMap<>();
    private final Map<Command, List<StoredEvent>> results = new HashMap<>();
    private final Map<RowKey, VersionedRow> rows = new HashMap<>();
    private final Map<Generation, TreeSet<Due>> due = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, List<CommittedMove>> moves = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private long commits;
    private boolean closed;

    private record Command(StreamId stream, String id) {}

    private record Generation(String processManager, int number) {
        static Generation of(RowKey key) {
            return new Generation(key.processManager(), key.generation());
        }
    }

    private record Due(Instant at, String key) implements Comparable<Due> {
        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::at).thenComparing(Due::key);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    /** An empty store. */
    public MemoryEventStore() {}

    @Override
    public int partitions() {
        return 1;
    }

    @Override
    public synchronized CommitOutcome commit(Commit commit) {
        requireOpen();
        CommitChecks.check(commit);
        CommitOutcome refusal = refusal(commit);
        return refusal != null ? refusal : write(commit);
    }

    private @Nullable CommitOutcome refusal(Commit commit) {
        ConsumerMove move = commit.move();
        CommitOutcome refusal = move == null ? null : refusal(move);
        refusal = refusal != null ? refusal : tooLarge(commit);
        refusal = refusal != null ? refusal : duplicate(commit);
        refusal = refusal != null ? refusal : conflict(commit);
        return refusal != null ? refusal : movedRow(commit);
    }

    private @Nullable CommitOutcome refusal(ConsumerMove move) {
        Lease lease = move.lease();
        requirePartition(lease.partition());
        if (epochs.getOrDefault(lease.consumer(), 0L) != lease.epoch()) {
            return new Fenced(lease);
        }
        long position = positions.getOrDefault(lease.consumer(), 0L);
        return position == move.from() ? null : new ConsumerMoved(lease.consumer(), position);
    }

    private static @Nullable CommitOutcome tooLarge(Commit commit) {
        long bytes = 0;
        int lines = commit.rows().size() + (commit.move() == null ? 0 : 1);
        for (StreamAppend append : commit.appends()) {
            lines += append.events().size();
            for (NewEvent event : append.events()) {
                bytes += event.data().utf8().length;
            }
        }
        for (RowChange change : commit.rows()) {
            if (change instanceof RowChange.Put put) {
                bytes += bytes(put.row().state()) + bytes(put.row().waits());
            }
        }
        return bytes > Commit.MAX_BYTES || lines > Commit.MAX_LINES ? new TooLarge(bytes, lines) : null;
    }

    private static int bytes(@Nullable Json json) {
        return json == null ? 0 : json.utf8().length;
    }

    private @Nullable CommitOutcome duplicate(Commit commit) {
        for (StreamAppend append : commit.appends()) {
            List<StoredEvent> first = results.get(new Command(append.stream(), append.commandId()));
            if (append.once() && first != null) {
                return new DuplicateCommand(first);
            }
        }
        return null;
    }

    private @Nullable CommitOutcome conflict(Commit commit) {
        Map<StreamId, Long> versions = new HashMap<>();
        for (StreamAppend append : commit.appends()) {
            long version = versions.computeIfAbsent(append.stream(), this::version);
            if (!append.expected().allows(version)) {
                return new VersionConflict(append.stream(), version);
            }
            versions.put(append.stream(), version + append.events().size());
        }
        return null;
    }

    private @Nullable CommitOutcome movedRow(Commit commit) {
        for (RowChange change : commit.rows()) {
            VersionedRow row = rows.get(change.key());
            if ((row == null ? 0 : row.version()) != change.expectedVersion()) {
                String consumer = change.key().processManager();
                return new ConsumerMoved(consumer, positions.getOrDefault(consumer, 0L));
            }
        }
        return null;
    }

    private Committed write(Commit commit) {
        commits++;
        long before = log.size();
        List<StoredEvent> written = new ArrayList<>();
        commit.appends().forEach(append -> written.addAll(write(append)));
        commit.rows().forEach(this::write);
        ConsumerMove move = commit.move();
        if (move != null) {
            positions.put(move.lease().consumer(), move.to());
            moves.computeIfAbsent(move.lease().consumer(), consumer -> new ArrayList<>())
                    .add(new CommittedMove(commits, before, log.size(), move.from(), move.to(), move.unchanged()));
        }
        notifyAll();
        return new Committed(commits, written);
    }

    private List<StoredEvent> write(StreamAppend append) {
        List<StoredEvent> stream = streams.computeIfAbsent(append.stream(), id -> new ArrayList<>());
        List<StoredEvent> written = new ArrayList<>();
        for (NewEvent event : append.events()) {
            StoredEvent stored =
                    new StoredEvent(0, log.size() + 1L, append.stream(), stream.size() + 1L, written.size(), event);
            log.add(stored);
            stream.add(stored);
            written.add(stored);
        }
        results.putIfAbsent(new Command(append.stream(), append.commandId()), List.copyOf(written));
        return written;
    }

    private void write(RowChange change) {
        RowKey key = change.key();
        TreeSet<Due> ofManager = due.computeIfAbsent(Generation.of(key), generation -> new TreeSet<>());
        VersionedRow before = rows.remove(key);
        Instant dueBefore = before == null ? null : before.row().nextDue();
        if (dueBefore != null) {
            ofManager.remove(new Due(dueBefore, key.key()));
        }
        if (change instanceof RowChange.Put put) {
            rows.put(key, new VersionedRow(put.row(), commits));
            Instant dueNow = put.row().nextDue();
            if (dueNow != null) {
                ofManager.add(new Due(dueNow, key.key()));
            }
        }
    }

    @Override
    public synchronized void awaitDurable(long commit) {
        if (commit > commits) {
            throw new IllegalArgumentException("no such commit: commit=" + commit + ", last=" + commits);
        }
    }

    @Override
    public synchronized long lastCommit() {
        requireOpen();
        return commits;
    }

    @Override
    public synchronized long head(int partition, View view) {
        requireOpen();
        requirePartition(partition);
        return log.size();
    }

    @Override
    public synchronized List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
        requireOpen();
        requirePartition(partition);
        List<StoredEvent> events = new ArrayList<>();
        long bytes = 0;
        for (StoredEvent event : slice(log, after, maxEvents)) {
            bytes += event.event().data().utf8().length;
            if (bytes > maxBytes && !events.isEmpty()) {
                break;
            }
            events.add(event);
        }
        return List.copyOf(events);
    }

    @Override
    public synchronized List<StoredEvent> readStream(StreamId stream, long fromVersion, int maxEvents, View view) {
        requireOpen();
        return List.copyOf(slice(streams.getOrDefault(stream, List.of()), fromVersion - 1, maxEvents));
    }

    private static List<StoredEvent> slice(List<StoredEvent> events, long skip, int most) {
        if (skip < 0 || most < 1) {
            throw new IllegalArgumentException("nothing can be read so: skip=" + skip + ", most=" + most);
        }
        int from = (int) Math.min(skip, events.size());
        return events.subList(from, from + Math.min(most, events.size() - from));
    }

    @Override
    public synchronized long version(StreamId stream, View view) {
        requireOpen();
        return version(stream);
    }

    private long version(StreamId stream) {
        return streams.getOrDefault(stream, List.of()).size();
    }

    @Override
    public synchronized Stream<StreamId> streams(String aggregate) {
        requireOpen();
        return streams.keySet().stream()
                .filter(stream -> stream.aggregate().equals(aggregate))
                .sorted(Comparator.comparing(StreamId::instanceId))
                .toList()
                .stream();
    }

    @Override
    public synchronized List<StoredEvent> firstResult(StreamId stream, String commandId) {
        requireOpen();
        return results.getOrDefault(new Command(stream, commandId), List.of());
    }

    @Override
    public synchronized Optional<VersionedRow> row(RowKey key) {
        requireOpen();
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public synchronized List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        requireOpen();
        List<VersionedRow> found = new ArrayList<>();
        for (Due next : due.getOrDefault(new Generation(processManager, generation), new TreeSet<>())) {
            if (found.size() == most || next.at().isAfter(until)) {
                break;
            }
            found.add(rows.get(new RowKey(processManager, generation, next.key())));
        }
        return List.copyOf(found);
    }

    @Override
    public synchronized Stream<RowKey> rows(String processManager, int generation) {
        requireOpen();
        return rows.keySet().stream()
                .filter(key ->
                        key.generation() == generation && key.processManager().equals(processManager))
                .toList()
                .stream();
    }

    @Override
    public synchronized long position(String consumer, int partition) {
        requireOpen();
        requirePartition(partition);
        return positions.getOrDefault(consumer, 0L);
    }

    @Override
    public synchronized Stream<CommittedMove> moves(String consumer, int partition, long afterCommit) {
        requireOpen();
        requirePartition(partition);
        return moves.getOrDefault(consumer, List.of()).stream()
                .filter(move -> move.commit() > afterCommit)
                .toList()
                .stream();
    }

    @Override
    public synchronized Lease lease(String consumer, int partition) {
        requireOpen();
        requirePartition(partition);
        return new Lease(consumer, partition, epochs.merge(consumer, 1L, Long::sum));
    }

    @Override
    public synchronized boolean await(int partition, long after, Duration most) throws InterruptedException {
        requirePartition(partition);
        long deadline = System.nanoTime() + (most.compareTo(FOREVER) < 0 ? most : FOREVER).toNanos();
        requireOpen();
        while (log.size() <= after) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
            requireOpen();
        }
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosed("the store was closed", null);
        }
    }

    private static void requirePartition(int partition) {
        Objects.checkIndex(partition, 1);
    }
}
