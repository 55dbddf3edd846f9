package dev.eventfold.es.benchmarks.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eventfold.es.benchmarks.peer.PeerStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
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
final class AxonStore implements PeerStore {
    private static final int BATCH = 100;
    private static final int MOST_PER_UNIT = 1_000;
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

    static AxonStore open(Path directory, boolean durable) throws SQLException {
        return open(directory, durable, false);
    }

    /** One in which {@link AxonEcho} begins with the first event as soon as it is open. */
    static AxonStore openWithEcho(Path directory) throws SQLException {
        return open(directory, true, true);
    }

    private static AxonStore open(Path directory, boolean durable, boolean echo) throws SQLException {
        // It would ask a server of its makers for news.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SqliteConnections connections = new SqliteConnections(directory.resolve("axon.sqlite"), durable);
        try (Statement statement = connections.getConnection().createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        Configurer configurer = configurer(new UnitOfWorkAwareConnectionProviderWrapper(connections));
        if (echo) {
            react(configurer, new UnitOfWorkAwareConnectionProviderWrapper(connections));
        }
        return new AxonStore(connections, configurer.start());
    }

    private static Configurer configurer(ConnectionProvider connections) {
        Cache cache = new AggregateCache();
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

    @Override
    public void tick(String id) {
        commands().sendAndWait(new AxonSource.Tick(id, 1));
    }

    @Override
    public void fill(String id, int events) {
        tick(id);
        for (int written = 1; written < events; written += MOST_PER_UNIT) {
            commands().sendAndWait(new AxonSource.TickOften(id, Math.min(MOST_PER_UNIT, events - written)));
        }
    }

    private CommandGateway commands() {
        return configuration.commandGateway();
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

    @Override
    public long total(String id) {
        return commands().<Long>sendAndWait(new AxonSource.Total(id));
    }

    @Override
    public void close() {
        configuration.shutdown();
        connections.close();
    }
}
