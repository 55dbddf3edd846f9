package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The change of a row as a line, behind its {@link Line} beginning.
 *
 * @param commit the number of its commit
 * @param key the row's name
 * @param row what it is now; null when it was removed
 */
record RowLine(long commit, RowKey key, @Nullable Row row) {
    static final byte[] ROW = ascii(",\"row\":");

    private static final byte[] GENERATION = ascii(",\"generation\":");
    private static final byte[] SCHEMA = ascii(",\"schema\":");
    private static final byte[] BLOCKED = ascii(",\"blocked\":");
    private static final byte[] DUE = ascii(",\"due\":");
    private static final byte[] WAITS = ascii(",\"waits\":");
    private static final byte[] SINCE = ascii(",\"since\":");
    private static final byte[] LAST = ascii(",\"last\":");
    private static final byte[] REMOVED = ascii(",\"removed\":true");
    private static final byte[] DATA = ascii(",\"data\":");
    private static final byte[] STATELESS = ascii(",\"stateless\":true");
    private static final byte[] NULL = ascii("null");

    static void write(LineBuffer line, RowChange change) {
        RowKey key = change.key();
        line.raw(ROW).string(key.processManager() + "/" + key.key());
        line.raw(GENERATION).number(key.generation());
        if (change instanceof RowChange.Put put) {
            write(line, put.row());
        } else {
            line.raw(REMOVED).raw(DATA).raw(NULL);
        }
    }

    private static void write(LineBuffer line, Row row) {
        line.raw(SCHEMA).number(row.schema());
        if (row.blocked() != Row.Blocked.NO) {
            line.raw(BLOCKED).string(row.blocked().name());
        }
        Instant nextDue = row.nextDue();
        if (nextDue != null) {
            line.raw(DUE);
            Instants.write(line, nextDue);
        }
        Json waits = row.waits();
        if (waits != null) {
            line.raw(WAITS).raw(waits.utf8());
        }
        Row.Life life = row.life();
        if (life != null) {
            line.raw(SINCE);
            Instants.write(line, life.since());
            line.raw(LAST).number(life.last());
        }
        Json state = row.state();
        if (state == null) {
            line.raw(STATELESS).raw(DATA).raw(NULL);
        } else {
            line.raw(DATA).raw(state.utf8());
        }
    }

    /** Reads the rest of a line of a commit, whose beginning has been read. */
    static RowLine read(long commit, byte[] bytes, LineParser line) throws BadLine {
        line.expect(ROW);
        String text = line.string();
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new BadLine("expected manager/key");
        }
        line.expect(GENERATION);
        RowKey key = new RowKey(text.substring(0, slash), line.smallNumber(), text.substring(slash + 1));
        return new RowLine(commit, key, line.skip(REMOVED) ? null : row(key, bytes, line));
    }

    private static Row row(RowKey key, byte[] bytes, LineParser line) throws BadLine {
        line.expect(SCHEMA);
        int schema = line.smallNumber();
        Row.Blocked blocked = line.skip(BLOCKED) ? blocked(line.string()) : Row.Blocked.NO;
        Instant nextDue = line.skip(DUE) ? Instants.read(line) : null;
        Json waits = line.skip(WAITS) ? object(bytes, line) : null;
        Row.Life life = line.skip(SINCE) ? life(line) : null;
        boolean stateless = line.skip(STATELESS);
        line.expect(DATA);
        Json state = stateless ? null : Json.ofUtf8(Arrays.copyOfRange(bytes, line.at(), line.end()));
        return new Row(key, schema, blocked, nextDue, waits, life, state);
    }

    private static Row.Life life(LineParser line) throws BadLine {
        Instant since = Instants.read(line);
        line.expect(LAST);
        long last = line.number();
        if (last < 1) {
            throw new BadLine("expected a position");
        }
        return new Row.Life(since, last);
    }

    private static Json object(byte[] bytes, LineParser line) throws BadLine {
        int from = line.at();
        line.skipObject();
        return Json.ofUtf8(Arrays.copyOfRange(bytes, from, line.at()));
    }

    private static Row.Blocked blocked(String name) throws BadLine {
        for (Row.Blocked blocked : Row.Blocked.values()) {
            if (blocked.name().equals(name)) {
                return blocked;
            }
        }
        throw new BadLine("expected what is blocked, not " + name);
    }
}
