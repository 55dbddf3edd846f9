package dev.eventfold.es.benchmarks.sqlite;

import dev.eventfold.es.benchmarks.peer.PeerStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events in one table, payloads as JSON, one transaction for each command. The unique key refuses a version that somebody else has written.
 * SQLite has one writer, so callers share one connection under one lock; its statements and the states of all sources are kept.
 */
final class SqliteStore implements PeerStore {
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY, "
            + "stream TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL, "
            + "at INTEGER NOT NULL, UNIQUE (stream, version))";
    private static final String INSERT = "INSERT INTO events (stream, version, name, data, at) VALUES (?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT version, name, data FROM events WHERE stream = ? ORDER BY version";
    private static final String TICKED = "Ticked";

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter WRITER = JSON.writerFor(Ticked.class);
    private static final ObjectReader READER = JSON.readerFor(Ticked.class);

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final Map<String, Counter> counters = new HashMap<>();

    private SqliteStore(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        this.insert = connection.prepareStatement(INSERT);
        this.select = connection.prepareStatement(SELECT);
    }

    record Ticked(int by) {}

    private record Counter(long version, long total) {
        Counter apply(Ticked event) {
            return new Counter(version + 1, total + event.by());
        }
    }

    static SqliteStore open(Path directory, boolean durable) throws SQLException {
        return new SqliteStore(SqliteFile.connect(directory.resolve("events.sqlite"), durable));
    }

    @Override
    public synchronized void tick(String id) {
        try {
            append(id, new Ticked(1));
        } catch (SQLException e) {
            counters.remove(id);
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void fill(String id, int events) {
        try {
            connection.setAutoCommit(false);
            for (int i = 0; i < events; i++) {
                append(id, new Ticked(1));
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void append(String id, Ticked event) throws SQLException {
        Counter after = counter(id).apply(event);
        insert.setString(1, id);
        insert.setLong(2, after.version());
        insert.setString(3, TICKED);
        insert.setString(4, WRITER.writeValueAsString(event));
        insert.setLong(5, System.currentTimeMillis());
        insert.executeUpdate();
        counters.put(id, after);
    }

    @Override
    public synchronized long total(String id) {
        try {
            return counter(id).total();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Counter counter(String id) throws SQLException {
        Counter known = counters.get(id);
        if (known == null) {
            known = folded(id);
            counters.put(id, known);
        }
        return known;
    }

    private Counter folded(String id) throws SQLException {
        Counter counter = new Counter(0, 0);
        select.setString(1, id);
        try (ResultSet events = select.executeQuery()) {
            while (events.next()) {
                if (events.getString(2).equals(TICKED)) {
                    counter = counter.apply(READER.readValue(events.getString(3)));
                }
            }
        }
        return counter;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
