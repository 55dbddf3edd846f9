package dev.eventfold.es.benchmarks.pekko;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import dev.eventfold.es.benchmarks.peer.PeerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.japi.function.Function;

/**
 * Pekko Persistence in one process: one actor for each source, which stays in memory, and a journal in LevelDB, which is one actor more and
 * syncs at each write.
 */
final class PekkoStore implements PeerStore {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_PER_WRITE = 1_000;

    /** LevelDB itself, which is there for these processors; for others its port to Java, which is slower. */
    private static final boolean NATIVE = System.getProperty("os.arch").matches("amd64|x86_64");

    private final ActorSystem<SpawnProtocol.Command> system;
    private final Map<String, ActorRef<PekkoSource.Command>> sources = new ConcurrentHashMap<>();

    private PekkoStore(Config config) {
        this.system = ActorSystem.create(SpawnProtocol.create(), "peer", config);
    }

    static PekkoStore open(Path directory, boolean durable) {
        Map<String, Object> settings = Map.of(
                "pekko.loglevel",
                "ERROR",
                "pekko.actor.serializers.ticked",
                TickedSerializer.class.getName(),
                "pekko.actor.serialization-bindings",
                Map.of(ConfigUtil.quoteString(PekkoSource.Ticked.class.getName()), "ticked"),
                "pekko.persistence.journal.plugin",
                "pekko.persistence.journal.leveldb",
                "pekko.persistence.journal.leveldb.dir",
                directory.toString(),
                "pekko.persistence.journal.leveldb.fsync",
                durable,
                "pekko.persistence.journal.leveldb.native",
                NATIVE,
                "pekko.persistence.journal.leveldb.replay-filter.mode",
                "off");
        PekkoStore store = new PekkoStore(ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load()));
        // Else the journal is opened by who is measured first.
        store.total("nobody");
        return store;
    }

    @Override
    public void tick(String id) {
        ask(source(id), (ActorRef<Done> replyTo) -> new PekkoSource.Tick(1, replyTo));
    }

    @Override
    public void fill(String id, int events) {
        for (int written = 0; written < events; written += MOST_PER_WRITE) {
            int times = Math.min(MOST_PER_WRITE, events - written);
            ask(source(id), (ActorRef<Done> replyTo) -> new PekkoSource.TickOften(times, replyTo));
        }
    }

    @Override
    public long total(String id) {
        return ask(source(id), PekkoSource.Total::new);
    }

    private ActorRef<PekkoSource.Command> source(String id) {
        return sources.computeIfAbsent(id, this::spawn);
    }

    private ActorRef<PekkoSource.Command> spawn(String id) {
        return ask(
                system,
                (ActorRef<ActorRef<PekkoSource.Command>> replyTo) ->
                        new SpawnProtocol.Spawn<>(new PekkoSource(id), id, Props.empty(), replyTo));
    }

    private <M, A> A ask(RecipientRef<M> whom, Function<ActorRef<A>, M> question) {
        CompletionStage<A> answer = AskPattern.ask(whom, question, PATIENCE, system.scheduler());
        return answer.toCompletableFuture().join();
    }

    @Override
    public void close() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }
}
