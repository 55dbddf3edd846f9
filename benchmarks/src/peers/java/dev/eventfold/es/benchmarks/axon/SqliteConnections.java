package dev.eventfold.es.benchmarks.axon;

import dev.eventfold.es.benchmarks.sqlite.SqliteFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/** A pool of connections to one SQLite file. Safe for use by any number of threads. */
final class SqliteConnections implements ConnectionProvider, AutoCloseable {
    private final Path file;
    private final boolean durable;
    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    SqliteConnections(Path file, boolean durable) {
        this.file = file;
        this.durable = durable;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection known = idle.poll();
        return pooled(known == null ? open() : known);
    }

    private Connection open() throws SQLException {
        Connection connection = SqliteFile.connect(file, durable);
        opened.add(connection);
        return connection;
    }

    private Connection pooled(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private @Nullable Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            connection.setAutoCommit(true);
            idle.add(connection);
            return null;
        }
        if (method.getName().equals("prepareStatement")) {
            // SQLite has no rows to lock: who writes has the whole file.
            arguments[0] = ((String) arguments[0]).replace(" FOR UPDATE", "");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        for (Connection connection : opened) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
