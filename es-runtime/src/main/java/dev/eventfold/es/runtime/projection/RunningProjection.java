package dev.eventfold.es.runtime.projection;

import dev.eventfold.es.runtime.RebuildReport;
import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.observe.LogMessage;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ProjectionCheckpoint;
import dev.eventfold.es.runtime.store.ProjectionCheckpoints;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProjectionDefinition;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One projection of an open store: begins where its checkpoint is, catches up when it is asked, and writes a checkpoint now and then. Safe for
 * use by any number of threads.
 *
 * @param <P> the class of the projection
 */
final class RunningProjection<P> {
    /** So many events are folded again after a crash at most, or as many as there are instances: writing all of them costs as much. */
    private static final long MOST_UNWRITTEN = 10_000;

    /** So many positions are looked at again after a crash at most, where few of the events are of interest. */
    private static final long MOST_PASSED = 100_000;

    private final EventStore store;
    private final Payloads payloads;
    private final ProjectionDefinition<P> definition;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock rebuilding = new ReentrantLock();
    private volatile @Nullable ProjectionFold<P> fold;
    private volatile @Nullable Throwable error;
    private boolean restored;
    private long writtenAt;
    private long writtenFolded;
    private boolean closed;

    RunningProjection(EventStore store, Payloads payloads, ProjectionDefinition<P> definition) {
        this.store = store;
        this.payloads = payloads;
        this.definition = definition;
    }

    ProjectionDefinition<P> definition() {
        return definition;
    }

    /** What went wrong since it moved last. */
    @Nullable
    Throwable error() {
        return error;
    }

    /** The last position that it has passed, as far as that can be told at once. */
    long position() {
        ProjectionFold<P> known = fold;
        if (known != null || !lock.tryLock()) {
            return known == null ? 0 : known.position();
        }
        try {
            return closed ? 0 : begun().position();
        } finally {
            lock.unlock();
        }
    }

    /** The state of an instance after every event that is durable at the call; empty when none was for it. */
    Optional<P> state(String key) {
        UserCode.refuse("projection");
        long head = store.head(Decider.PARTITION, View.DURABLE);
        return moving(() -> onCopies(begun -> {
            while (begun.pass(head)) {
                writeWhenDue(begun);
            }
            begun.seal();
            return begun.copy(key);
        }));
    }

    /**
     * Passes some events, for the live loop.
     *
     * @return false when there was nothing to pass
     */
    boolean follow(long head) {
        return moving(() -> onCopies(begun -> {
            boolean moved = begun.pass(head);
            writeWhenDue(begun);
            return moved;
        }));
    }

    private <T> T moving(Supplier<T> move) {
        lock.lock();
        try {
            if (closed) {
                throw new StoreClosed("the store was closed: projection=" + definition.name(), null);
            }
            T result = move.get();
            error = null;
            return result;
        } catch (RuntimeException | Error e) {
            error = e;
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Begins anew when what was kept cannot be read: it is only a copy of what the log says. */
    private <T> T onCopies(Function<ProjectionFold<P>, T> work) {
        try {
            return work.apply(begun());
        } catch (UnreadableState e) {
            if (!restored) {
                throw e;
            }
            LogMessage.PROJECTION_BUILT_ANEW.log(
                    "a projection is built anew, what was kept of it cannot be read: projection=" + definition.name(),
                    e);
            return work.apply(begunAnew());
        }
    }

    private ProjectionFold<P> begun() {
        ProjectionFold<P> known = fold;
        if (known != null) {
            return known;
        }
        Optional<ProjectionCheckpoint> kept = kept();
        if (kept.isEmpty()) {
            return begunAnew();
        }
        ProjectionFold<P> begun = ProjectionFold.from(kept.get(), store, payloads, definition);
        restored = true;
        writtenAt = begun.position();
        fold = begun;
        return begun;
    }

    private Optional<ProjectionCheckpoint> kept() {
        if (!(store instanceof ProjectionCheckpoints checkpoints)) {
            return Optional.empty();
        }
        long head = store.head(Decider.PARTITION, View.DURABLE);
        try {
            return checkpoints.checkpoint(definition.name()).filter(kept -> kept.position() <= head && fits(kept));
        } catch (StoreFailed e) {
            LogMessage.PROJECTION_BUILT_ANEW.log("a projection is built anew: projection=" + definition.name(), e);
            return Optional.empty();
        }
    }

    /** A new version says that it begins anew; another wiring does so unasked, and says why opening takes longer. */
    private boolean fits(ProjectionCheckpoint kept) {
        if (kept.version() != definition.version()) {
            return false;
        }
        boolean sameWiring = kept.wiring().equals(definition.wiring());
        if (!sameWiring) {
            LogMessage.PROJECTION_BUILT_ANEW.log(
                    "a projection is built anew, it takes other events, has other keys or another state than what was kept of"
                            + " it: projection=" + definition.name());
        }
        return sameWiring;
    }

    private ProjectionFold<P> begunAnew() {
        ProjectionFold<P> begun = ProjectionFold.fromBeginning(store, payloads, definition);
        use(begun);
        return begun;
    }

    private void use(ProjectionFold<P> begun) {
        restored = false;
        writtenAt = 0;
        writtenFolded = 0;
        fold = begun;
    }

    private void writeWhenDue(ProjectionFold<P> begun) {
        boolean muchFolded = begun.folded() - writtenFolded >= Math.max(MOST_UNWRITTEN, begun.instances());
        if (muchFolded || begun.position() - writtenAt >= Math.max(MOST_PASSED, begun.instances())) {
            write(begun);
        }
    }

    private void write(ProjectionFold<P> begun) {
        if (!(store instanceof ProjectionCheckpoints checkpoints)) {
            return;
        }
        ProjectionCheckpoint checkpoint = begun.checkpoint();
        writtenAt = checkpoint.position();
        writtenFolded = begun.folded();
        try {
            checkpoints.keep(definition.name(), checkpoint);
        } catch (StoreFailed e) {
            LogMessage.PROJECTION_NOT_WRITTEN.log(
                    "the checkpoint of a projection was not written, and will be made again: projection="
                            + definition.name(),
                    e);
        }
    }

    /** Folds all events again, while the states in use stay in use until the new ones have come as far. */
    RebuildReport rebuild() {
        UserCode.refuse("rebuild");
        rebuilding.lock();
        try {
            ProjectionFold<P> anew = ProjectionFold.fromBeginning(store, payloads, definition);
            passAll(anew);
            return moving(() -> {
                passAll(anew);
                use(anew);
                write(anew);
                return new ProjectionRebuild(definition.name(), anew.folded(), anew.instances());
            });
        } finally {
            rebuilding.unlock();
        }
    }

    private void passAll(ProjectionFold<P> anew) {
        long head = store.head(Decider.PARTITION, View.DURABLE);
        while (anew.pass(head)) {
            // One page at a time.
        }
        anew.seal();
    }

    /** Writes what it has come to, and moves no further. */
    void close() {
        lock.lock();
        try {
            ProjectionFold<P> begun = fold;
            if (begun != null && !closed && hasNews(begun)) {
                write(begun);
            }
        } catch (RuntimeException e) {
            LogMessage.PROJECTION_NOT_WRITTEN.log(
                    "the checkpoint of a projection was not written: projection=" + definition.name(), e);
        } finally {
            closed = true;
            lock.unlock();
        }
    }

    private boolean hasNews(ProjectionFold<P> begun) {
        return begun.folded() > writtenFolded || begun.position() - writtenAt >= MOST_UNWRITTEN;
    }
}
