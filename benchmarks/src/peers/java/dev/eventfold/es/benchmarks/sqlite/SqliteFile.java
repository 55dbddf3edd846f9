package dev.eventfold.es.benchmarks.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** SQLite as every peer on it has it: a write-ahead log that is synced at each commit. */
public final class SqliteFile {
    private static final int BUSY_MILLIS = 60_000;

    private SqliteFile() {}

    /**
     * Opens a connection.
     *
     * @param file where; made if it is not there
     * @param durable whether a commit waits for the disk
     * @return the connection, for one thread at a time
     * @throws SQLException when SQLite refuses
     */
    public static Connection connect(Path file, boolean durable) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(durable ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.OFF);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
