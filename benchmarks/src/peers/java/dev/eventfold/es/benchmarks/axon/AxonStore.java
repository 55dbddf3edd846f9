package dev.eventfold.es.benchmarks.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Axon Framework in one process: events and tokens in one SQLite file, payloads as JSON, loaded aggregates in a cache that forgets nothing.
 * Whatever belongs to one unit of work is one transaction.
 */
final class AxonStore implements AutoCloseable {
    private static final int BATCH = 100;
    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS DomainEventEntry (globalIndex INTEGER PRIMARY KEY AUTOINCREMENT, "
                    + "aggregateIdentifier TEXT NOT NULL, sequenceNumber BIGINT NOT NULL, type TEXT, "
                    + "eventIdentifier TEXT NOT NULL UNIQUE, metaData BLOB, payload BLOB NOT NULL, payloadRevision TEXT, "
                    + "payloadType TEXT NOT NULL, timeStamp TEXT NOT NULL, UNIQUE (aggregateIdentifier, sequenceNumber))",
            "CREATE TABLE IF NOT EXISTS SnapshotEventEntry (aggregateIdentifier TEXT NOT NULL, sequenceNumber BIGINT NOT NULL, "
                    + "type TEXT NOT NULL, eventIdentifier TEXT NOT NULL UNIQUE, metaData BLOB, payload BLOB NOT NULL, "
                    + "payloadRevision TEXT, payloadType TEXT NOT NULL, timeStamp TEXT NOT NULL, "
                    + "PRIMARY KEY (aggregateIdentifier, sequenceNumber))",
            "CREATE TABLE IF NOT EXISTS TokenEntry (processorName TEXT NOT NULL, segment INTEGER NOT NULL, token BLOB, "
                    + "tokenType TEXT, timestamp TEXT, owner TEXT, PRIMARY KEY (processorName, segment))");

    private final SqliteConnections connections;
    private final Configuration configuration;

    private AxonStore(SqliteConnections connections, Configuration configuration) {
        this.connections = connections;
        this.configuration = configuration;
    }

    /** Opens a store whose commands are durable when they return. */
    static AxonStore open(Path directory) throws SQLException {
        return open(directory, true, new AggregateCache(), false);
    }

    /** One that nobody waits for, to be filled. */
    static AxonStore openFast(Path directory) throws SQLException {
        return open(directory, false, new AggregateCache(), false);
    }

    /** One that knows no aggregate's state. */
    static AxonStore openWithoutCache(Path directory) throws SQLException {
        return open(directory, false, NoCache.INSTANCE, false);
    }

    /** One in which {@link AxonEcho} begins with the first event as soon as it is open. */
    static AxonStore openWithEcho(Path directory) throws SQLException {
        return open(directory, true, new AggregateCache(), true);
    }

    private static AxonStore open(Path directory, boolean durable, Cache cache, boolean echo) throws SQLException {
        // It would ask a server of its makers for news.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SqliteConnections connections = new SqliteConnections(directory.resolve("axon.sqlite"), durable);
        try (Statement statement = connections.getConnection().createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        Configurer configurer = configurer(new UnitOfWorkAwareConnectionProviderWrapper(connections), cache);
        if (echo) {
            react(configurer, new UnitOfWorkAwareConnectionProviderWrapper(connections));
        }
        return new AxonStore(connections, configurer.start());
    }

    private static Configurer configurer(ConnectionProvider connections, Cache cache) {
        JacksonSerializer json =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> json)
                .configureEmbeddedEventStore(configuration -> JdbcEventStorageEngine.builder()
                        .connectionProvider(connections)
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .eventSerializer(json)
                        .snapshotSerializer(json)
                        .build())
                .configureAggregate(AggregateConfigurer.defaultConfiguration(AxonSource.class)
                        .configureCache(configuration -> cache))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(AxonTarget.class)
                        .configureCache(configuration -> cache));
    }

    private static void react(Configurer configurer, ConnectionProvider connections) {
        configurer.eventProcessing(processing -> processing
                .registerTokenStore(configuration -> JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(configuration.serializer())
                        .build())
                .registerTrackingEventProcessor(
                        AxonEcho.GROUP,
                        Configuration::eventStore,
                        configuration -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(BATCH)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken))
                .registerEventHandler(configuration -> new AxonEcho(configuration.commandGateway())));
    }

    CommandGateway commands() {
        return configuration.commandGateway();
    }

    /** Counts a source on that there is not yet, in steps. */
    void fill(String id, int events, int most) {
        commands().sendAndWait(new AxonSource.Tick(id, 1));
        for (int written = 1; written < events; written += most) {
            commands().sendAndWait(new AxonSource.TickOften(id, Math.min(most, events - written)));
        }
    }

    /** The events of one type that are committed. */
    long events(Class<?> payload) throws SQLException {
        String count = "SELECT count(*) FROM DomainEventEntry WHERE payloadType = '" + payload.getName() + "'";
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(count)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** The total of a source, folded from its events unless it is in the cache. */
    long total(String id) {
        return configuration.commandGateway().<Long>sendAndWait(new AxonSource.Total(id));
    }

    @Override
    public void close() throws SQLException {
        configuration.shutdown();
        connections.close();
    }
}
