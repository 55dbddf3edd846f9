package dev.eventfold.es.runtime.projection;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.ConsumerStatus;
import dev.eventfold.es.runtime.ConsumerStatus.State;
import dev.eventfold.es.runtime.RebuildReport;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.StoreHealth;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.Ids;
import dev.eventfold.es.spi.ProjectionDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All projections of one store. Safe for use by any number of threads. */
public final class ProjectionHost {
    private final EventStore store;
    private final Map<String, RunningProjection<?>> byName = new TreeMap<>();
    private final Map<Class<?>, RunningProjection<?>> byClass = new HashMap<>();
    private int followers;
    private @Nullable ProjectionLoop loop;
    private boolean closed;

    /**
     * Reads and writes nothing yet.
     *
     * @param store the log
     * @param program knows the projections
     * @param payloads reads and writes states
     */
    public ProjectionHost(EventStore store, Program program, Payloads payloads) {
        this.store = store;
        for (ProjectionDefinition<?> definition : program.projections()) {
            RunningProjection<?> projection = new RunningProjection<>(store, payloads, definition);
            byName.put(definition.name(), projection);
            byClass.put(definition.type(), projection);
        }
    }

    /**
     * The state of a projection without keys, after every event that is durable at the call.
     *
     * @param <P> the class
     * @param type the class
     * @return an object of the caller's own
     * @throws IllegalArgumentException when the class is no projection, or one with keys
     */
    public <P> P state(Class<P> type) {
        RunningProjection<P> projection = of(type);
        if (projection.definition().keyed()) {
            throw new IllegalArgumentException(
                    "the projection has one state for each key, say which is meant: projection="
                            + projection.definition().name());
        }
        return projection.state("").orElseGet(projection.definition()::initial);
    }

    /**
     * The state of one instance of a projection with keys, after every event that is durable at the call.
     *
     * @param <P> the class
     * @param type the class
     * @param key the key
     * @return an object of the caller's own; empty when no event was for that key
     * @throws IllegalArgumentException when the class is no projection, or one without keys
     */
    public <P> Optional<P> state(Class<P> type, String key) {
        Ids.require("key", key);
        RunningProjection<P> projection = of(type);
        if (!projection.definition().keyed()) {
            throw new IllegalArgumentException("the projection has no keys, and one state: projection="
                    + projection.definition().name() + ", key=" + key);
        }
        return projection.state(key);
    }

    @SuppressWarnings("unchecked") // it is the one of that class
    private <P> RunningProjection<P> of(Class<P> type) {
        RunningProjection<?> projection = byClass.get(type);
        if (projection == null) {
            List<String> known =
                    byClass.keySet().stream().map(Class::getName).sorted().toList();
            throw new IllegalArgumentException("the class is no projection: class=" + type.getName() + ", known: "
                    + known + "; is it annotated with @Projection, and was it compiled with the annotation processor?");
        }
        return (RunningProjection<P>) projection;
    }

    /**
     * Whether there is one of a name.
     *
     * @param name the stored name
     * @return false when there is none
     */
    public boolean knows(String name) {
        return byName.containsKey(name);
    }

    /**
     * Folds one anew from the first event.
     *
     * @param name its stored name
     * @return what was done
     * @throws EsException when there is none of that name
     */
    public RebuildReport rebuild(String name) {
        RunningProjection<?> projection = byName.get(name);
        if (projection == null) {
            throw new EsException("there is no such projection: projection=" + name);
        }
        return projection.rebuild();
    }

    /**
     * How far each has come.
     *
     * @return by name
     */
    public List<ConsumerStatus> status() {
        StoreFailed failure = StoreHealth.failure(store);
        return byName.values().stream()
                .<ConsumerStatus>map(projection -> status(projection, failure))
                .toList();
    }

    private ConsumerStatus status(RunningProjection<?> projection, @Nullable StoreFailed failure) {
        long position = projection.position();
        Throwable error = failure == null ? projection.error() : failure;
        State state = error != null ? State.FAILED : isFollowed() ? State.RUNNING : State.NOT_RUNNING;
        long head = Math.max(position, store.head(Decider.PARTITION, View.DURABLE));
        return new ProjectionStatus(
                projection.definition().name(), state, position, head, error == null ? null : Thrown.text(error));
    }

    private synchronized boolean isFollowed() {
        return followers > 0;
    }

    /** Keeps them close to the log from now on, until {@link #unfollow} was called as often. */
    public synchronized void follow() {
        if (followers++ == 0 && !closed && !byName.isEmpty()) {
            loop = ProjectionLoop.start(store, byName.values());
        }
    }

    /** Lets them be, when nobody else wants them followed. */
    public void unfollow() {
        close(unfollowed());
    }

    private synchronized @Nullable ProjectionLoop unfollowed() {
        if (--followers > 0) {
            return null;
        }
        ProjectionLoop last = loop;
        loop = null;
        return last;
    }

    private static void close(@Nullable ProjectionLoop loop) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Writes what they have come to. Nothing moves afterwards. */
    public void close() {
        close(closing());
        byName.values().forEach(RunningProjection::close);
    }

    private synchronized @Nullable ProjectionLoop closing() {
        closed = true;
        ProjectionLoop last = loop;
        loop = null;
        return last;
    }
}
