package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads what is decided, wherever it is: in the files, or still in memory. Guarded by the store's lock. */
final class DecidedLines {
    private final LogIndex index;
    private final LongFunction<Optional<byte[]>> unwritten;
    private final LogReader reader;

    /**
     * On an index and what it points to.
     *
     * @param unwritten gives a copy of a line that is still in memory; empty when it is in the files
     */
    DecidedLines(LogIndex index, LongFunction<Optional<byte[]>> unwritten, LogReader reader) {
        this.index = index;
        this.unwritten = unwritten;
        this.reader = reader;
    }

    /** The version of a stream; 0 when there is none. */
    long version(StreamId stream) {
        int number = index.streams().find(stream);
        return number == StreamTable.NONE ? 0 : index.streams().version(number);
    }

    /** What a command wrote; empty when it is new in its stream. */
    List<StoredEvent> firstResult(StreamId stream, String command) {
        long first = index.findCommand(stream, command, position -> isOf(stream, command, position));
        if (first == 0) {
            return List.of();
        }
        List<StoredEvent> events = new ArrayList<>();
        int count = index.eventsOfCommand(first);
        try (LineSource source = reader.source()) {
            for (int place = 0; place < count; place++) {
                events.add(event(source, first + place, place));
            }
        }
        return events;
    }

    private boolean isOf(StreamId stream, String command, long position) {
        try (LineSource source = reader.source()) {
            StoredEvent event = event(source, position, 0);
            return event.stream().equals(stream)
                    && event.event().origin().commandId().equals(command);
        }
    }

    private StoredEvent event(LineSource source, long position, int placeInCommand) {
        long location = index.location(position);
        Optional<byte[]> inMemory = unwritten.apply(location);
        return Objects.requireNonNull(
                inMemory.isPresent()
                        ? reader.event(inMemory.get(), location, position, placeInCommand, EventFilter.ALL)
                        : reader.event(source, location, position, placeInCommand, EventFilter.ALL));
    }

    Optional<VersionedRow> row(RowKey key) {
        AtomicReference<@Nullable RowLine> line = new AtomicReference<>();
        RowTable.Place place = index.findRow(key, location -> {
            line.setPlain(line(location)); // which is the row itself when it is the one meant, and is not read again
            return reader.isAbout(key, Objects.requireNonNull(line.getPlain()), location, index);
        });
        RowLine found = line.getPlain();
        return place.equals(RowTable.Place.NONE) || found == null
                ? Optional.empty()
                : Optional.ofNullable(row(found, place));
    }

    /** The rows of a process manager that are due first. */
    List<VersionedRow> due(String processManager, int generation, Instant until, int most) {
        return index.due(processManager, generation, until, most, this::newest);
    }

    /** The row that a line is about; null when a later line is. */
    private @Nullable VersionedRow newest(long location, long due) {
        RowLine line = line(location);
        Row said = line.row();
        Instant nextDue = said == null ? null : said.nextDue();
        if (nextDue == null || DueRows.millis(nextDue) != due) {
            throw reader.damaged(location, new BadLine("expected a row that is due, not " + line.key()));
        }
        RowTable.Place place = place(line.key());
        return place.location() == location ? row(line, place) : null;
    }

    private @Nullable VersionedRow row(RowLine line, RowTable.Place place) {
        if (line.commit() != place.commit()) {
            throw reader.damaged(
                    place.location(), new BadLine("expected commit " + place.commit() + ", not " + line.commit()));
        }
        Row row = line.row();
        return row == null ? null : new VersionedRow(row, place.commit());
    }

    /** The name of one of the rows that there were; empty when it is no longer there. */
    Optional<RowKey> presentRow(RowList list, int n) {
        RowKey key = line(list.location(n)).key();
        if (!index.mayBe(list, n, key)) {
            throw reader.damaged(list.location(n), new BadLine("expected another row, not " + key));
        }
        return isThere(key, list.location(n)) ? Optional.of(key) : Optional.empty();
    }

    /** Whether a row is there; the line at a location is known to be about it, and is not read again. */
    private boolean isThere(RowKey key, long known) {
        return !index.findRow(key, location -> location == known || isAbout(key, location))
                .equals(RowTable.Place.NONE);
    }

    private RowTable.Place place(RowKey key) {
        return index.findRow(key, location -> isAbout(key, location));
    }

    /** Whether the line at a location is about a row. */
    boolean isAbout(RowKey key, long location) {
        return reader.isAbout(key, line(location), location, index);
    }

    private RowLine line(long location) {
        return unwritten.apply(location).map(line -> reader.row(line, location)).orElseGet(() -> reader.row(location));
    }
}
