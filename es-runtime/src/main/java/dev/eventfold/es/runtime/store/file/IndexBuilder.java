package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Makes the index of what a scan accepts. Not safe for use by several threads. */
final class IndexBuilder implements ScanVisitor {
    private static final int REMEMBERED_ROWS = 100_000;

    private final Disk disk;
    private final SegmentFiles files;
    private @Nullable LogIndex index;
    private @Nullable LogReader reader;
    private long end;

    /** The places of rows seen lately: spares comparing each with the line that it replaces. */
    private final Map<RowKey, RowTable.Place> lately = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RowKey, RowTable.Place> eldest) {
            return size() > REMEMBERED_ROWS;
        }
    };

    IndexBuilder(Disk disk, SegmentFiles files) {
        this.disk = disk;
        this.files = files;
    }

    /** Behind what an index file knows. */
    IndexBuilder(Disk disk, IndexFile.Content begun) {
        this(disk, begun.files());
        index = begun.index();
        reader = new LogReader(disk, files, new Checksum(begun.end().storeId()));
        end = begun.end().offset();
    }

    /** The index; null when there was no segment. */
    @Nullable
    LogIndex index() {
        return index;
    }

    @Override
    public void segment(SegmentHeader header) {
        files.add(header.commit(), end);
        if (index == null) {
            index = new LogIndex(header.store());
            reader = new LogReader(disk, files, new Checksum(header.store()));
        }
    }

    @Override
    public void end(LogScan.Start behind, long known) {
        end = behind.offset();
    }

    @Override
    public void commit(long commit, List<ScannedLine> lines) throws Misfit {
        LogIndex target = index;
        LogReader rows = reader;
        if (target == null || rows == null) {
            throw new IllegalStateException("a commit comes behind a header");
        }
        NextVersions.require(target.streams(), lines);
        Map<RowKey, RowTable.Place> places = places(target, rows, lines);
        ScannedLine.@Nullable Event before = null;
        for (ScannedLine line : lines) {
            if (line instanceof ScannedLine.Event event) {
                add(target, event, before);
                before = event;
            } else if (line instanceof ScannedLine.RowChanged row) {
                change(target, places, commit, row);
            } else if (line instanceof ScannedLine.Moved moved) {
                target.move(moved.move().consumer(), moved.move().to());
            }
        }
        target.commit(commit);
    }

    private static void add(LogIndex target, ScannedLine.Event event, ScannedLine.@Nullable Event before) {
        boolean first = before == null
                || !before.stream().equals(event.stream())
                || !before.command().equals(event.command());
        target.addEvent(event.stream(), event.command(), first, event.location());
    }

    /** Where the rows of a commit were before: all that is read is read before anything changes, so that after a failure it can be read again. */
    private Map<RowKey, RowTable.Place> places(LogIndex target, LogReader rows, List<ScannedLine> lines) {
        Map<RowKey, RowTable.Place> places = new HashMap<>();
        for (ScannedLine line : lines) {
            if (line instanceof ScannedLine.RowChanged row) {
                RowKey key = row.change().key();
                places.put(key, place(target, rows, key));
            }
        }
        return places;
    }

    private RowTable.Place place(LogIndex target, LogReader rows, RowKey key) {
        RowTable.Place known = lately.get(key);
        return known != null
                ? known
                : target.findRow(key, location -> rows.isAbout(key, rows.row(location), location, target));
    }

    private void change(LogIndex target, Map<RowKey, RowTable.Place> places, long commit, ScannedLine.RowChanged line) {
        RowKey key = line.change().key();
        Row row = line.change().row();
        RowTable.Place now = row == null ? RowTable.Place.NONE : new RowTable.Place(commit, line.location());
        RowTable.Place before = Objects.requireNonNull(places.put(key, now), "place");
        LongPredicate meant = location -> location == before.location();
        if (row == null) {
            target.removeRow(key, before.commit(), meant);
        } else {
            target.putRow(key, before.commit(), commit, line.location(), meant);
            Instant nextDue = row.nextDue();
            if (nextDue != null) {
                target.putDue(key, nextDue, line.location());
            }
        }
        lately.put(key, now);
    }
}
