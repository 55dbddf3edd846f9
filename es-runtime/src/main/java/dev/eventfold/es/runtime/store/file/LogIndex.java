package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * What the log says up to the newest decided commit, in memory: where each event and row is, the versions of streams, the commands seen, the
 * positions of consumers. Made of the log, and of nothing else. Not safe for use by several threads.
 */
final class LogIndex {
    /** How many lines that are no longer the newest of their row may be kept among the due ones before they are looked for. */
    private static final int SPARE_DUE = 1_024;

    private final Hash hash;
    private final StreamTable streams;
    private final EventTable events;
    private final CommandTable commands;
    private final AddedEvents added;
    private final RowTable rows;
    private final DueRows due;
    private final NamedNumbers consumers;
    private final NamedNumbers instances;
    private long commit;

    LogIndex(String storeId) {
        hash = new Hash(storeId);
        streams = new StreamTable(hash);
        events = new EventTable();
        commands = new CommandTable();
        rows = new RowTable();
        due = new DueRows();
        consumers = new NamedNumbers();
        instances = new NamedNumbers();
        added = new AddedEvents(streams, events, commands);
    }

    private LogIndex(LogIndex shares) {
        hash = shares.hash;
        streams = shares.streams.snapshot();
        events = shares.events.snapshot();
        commands = shares.commands.snapshot();
        rows = shares.rows.snapshot();
        due = shares.due.snapshot();
        consumers = shares.consumers.snapshot();
        instances = shares.instances.snapshot();
        added = new AddedEvents(streams, events, commands);
        commit = shares.commit;
    }

    /** The same, whatever comes here. Costs little: what is large is shared until it changes. */
    LogIndex snapshot() {
        return new LogIndex(this);
    }

    void write(IndexOutput output) throws IOException {
        streams.write(output);
        events.write(output);
        commands.write(output);
        writeWhatChanges(output);
    }

    private void writeWhatChanges(IndexOutput output) throws IOException {
        rows.write(output);
        due.write(output);
        consumers.write(output);
        instances.write(output);
    }

    /** Writes what an index that knows the log up to a position does not know. */
    void writeBehind(long position, IndexOutput output) throws IOException {
        added.write(position, output);
        writeWhatChanges(output);
    }

    /** As {@link #write} wrote it, up to a commit. */
    LogIndex(String storeId, long commit, IndexInput input) throws IOException, BadLine {
        hash = new Hash(storeId);
        streams = new StreamTable(hash, input);
        events = EventTable.read(input);
        commands = CommandTable.read(input);
        added = new AddedEvents(streams, events, commands);
        rows = RowTable.read(input);
        due = DueRows.read(input);
        consumers = NamedNumbers.read(input);
        instances = NamedNumbers.read(input);
        this.commit = commit;
    }

    /** As {@link #writeBehind} wrote it, up to a commit; uses up what was known before. */
    LogIndex(LogIndex before, long commit, IndexInput input) throws IOException, BadLine {
        hash = before.hash;
        streams = before.streams;
        events = before.events;
        commands = before.commands;
        added = before.added;
        added.read(input);
        rows = RowTable.read(input);
        due = DueRows.read(input);
        consumers = NamedNumbers.read(input);
        instances = NamedNumbers.read(input);
        this.commit = commit;
    }

    /** How many bytes all rows have, which each part of an index file writes again. */
    long rowBytes() {
        return 2L * Long.BYTES * (rows.size() + due.size());
    }

    /** The newest commit. */
    long commit() {
        return commit;
    }

    void commit(long newest) {
        commit = newest;
    }

    /** The last position. */
    long head() {
        return events.head();
    }

    StreamTable streams() {
        return streams;
    }

    /**
     * Adds the next event.
     *
     * @param first whether it is the first of its command
     */
    void addEvent(StreamId stream, String command, boolean first, long location) {
        int number = streams.findOrAdd(stream);
        added.add(number, location, first, first ? hash.of(streams.hash(number), command) : 0);
    }

    long location(long position) {
        return events.location(position);
    }

    /** The position of the event before this one in its stream; 0 when it is the first. */
    long previous(long position) {
        return events.previous(position);
    }

    /** The version of a stream up to a position. */
    long version(int stream, long visible) {
        long version = streams.version(stream);
        for (long position = streams.newest(stream); position > visible; position = previous(position)) {
            version--;
        }
        return version;
    }

    /** The positions of some versions of a stream, ascending. */
    long[] positions(int stream, long fromVersion, int count) {
        long[] positions = new long[count];
        if (count == 0) {
            return positions;
        }
        long last = fromVersion + count - 1;
        long version = streams.milestone(stream, last);
        long position = streams.milestonePosition(stream, version);
        for (; version > last; version--) {
            position = previous(position);
        }
        for (int n = count - 1; n >= 0; n--) {
            positions[n] = position;
            position = previous(position);
        }
        return positions;
    }

    /** The place of an event among those of its command, from 0. */
    int placeInCommand(long position) {
        long at = position;
        while (!isFirst(at)) {
            at--;
        }
        return Math.toIntExact(position - at);
    }

    /** Whether an event is the first of its command. */
    boolean isFirst(long position) {
        return events.isFirst(position);
    }

    /** How many events a command wrote, from its first. */
    int eventsOfCommand(long first) {
        long end = first + 1;
        while (end <= head() && !isFirst(end)) {
            end++;
        }
        return Math.toIntExact(end - first);
    }

    /**
     * The position of the first event of a command.
     *
     * @param meant compares the event at a position with the command
     * @return 0 when the command is new in its stream
     */
    long findCommand(StreamId stream, String command, LongPredicate meant) {
        return commands.find(hash.of(streams.hash(stream), command), meant);
    }

    /** Finds a row; {@code meant} compares the line at a location with the name. */
    RowTable.Place findRow(RowKey key, LongPredicate meant) {
        return rows.find(hash(key), meant);
    }

    /**
     * Whether a row is what it was when it was read. A row is known by 32 bits of its hash and the commit that wrote it; only one that is
     * expected to be new, or where these agree for two, is compared by its name.
     */
    boolean rowIsAt(RowKey key, long version, LongPredicate meant) {
        return version == 0
                ? rows.find(hash(key), meant).equals(RowTable.Place.NONE)
                : rows.isOf(hash(key), version, meant);
    }

    /** Writes a row that {@link #rowIsAt} its version. */
    void putRow(RowKey key, long version, long newCommit, long location, LongPredicate meant) {
        if (version == 0) {
            rows.add(hash(key), newCommit, location);
            instances.add(key.processManager(), 1);
        } else {
            rows.set(hash(key), version, newCommit, location, meant);
        }
    }

    /** Says when a row is due whose newest line was just put. */
    void putDue(RowKey key, Instant nextDue, long location) {
        due.add(key, nextDue, location);
        if (due.size() > 2L * rows.size() + SPARE_DUE) {
            due.retain(rows.list()::holds);
        }
    }

    /**
     * The rows of a process manager that are due first.
     *
     * @param current what a line says; null when it is no longer the newest of its row
     */
    <T> List<T> due(String processManager, int generation, Instant until, int most, DueTable.Current<T> current) {
        return due.first(processManager, generation, until, most, current);
    }

    /** Every row. */
    RowList rowList() {
        return rows.list();
    }

    /** Whether one of a list may have a name. */
    boolean mayBe(RowList list, int n, RowKey key) {
        return list.mayBe(n, hash(key));
    }

    /** Removes a row that {@link #rowIsAt} its version. */
    void removeRow(RowKey key, long version, LongPredicate meant) {
        if (version != 0) {
            rows.remove(hash(key), version, meant);
            instances.add(key.processManager(), -1);
        }
    }

    /** Whether two names have so much of their hash in common that one may be found for the other. */
    boolean isAlike(RowKey key, RowKey other) {
        return RowTable.isAlike(hash(key), hash(other));
    }

    private long hash(RowKey key) {
        return hash.of(hash.of(key.generation(), key.processManager()), key.key());
    }

    /** Where a consumer's last move ended. */
    long position(String consumer) {
        return consumers.get(consumer);
    }

    void move(String consumer, long position) {
        consumers.put(consumer, position);
    }

    /** Every consumer that has moved, with its position. */
    Map<String, Long> consumers() {
        return consumers.asMap();
    }

    /** How many rows a process manager has. */
    long rows(String processManager) {
        return instances.get(processManager);
    }
}
