package dev.eventfold.es.runtime.projection;

import dev.eventfold.es.EsException;
import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.program.Subscriptions;
import dev.eventfold.es.runtime.store.EventSlice;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ProjectionCheckpoint;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProjectionDefinition;
import java.util.Map;
import java.util.Optional;

/**
 * One projection on its way through the durable log. When an event cannot be folded it stands before it, on the states that were sealed last.
 * Not safe for use by several threads, but for {@link #position}.
 *
 * @param <P> the class of the projection
 */
final class ProjectionFold<P> {
    /** How many instances may have changed, or events been read, before they are sealed: so much is folded again after a failure. */
    private static final int MOST_UNSEALED = 1_000;

    private static final int PAGE = 500;
    private static final long PAGE_BYTES = 1L << 20;

    private final EventStore store;
    private final ProjectionDefinition<P> definition;
    private final Subscriptions subscriptions;
    private final ProjectionStates<P> states;
    private volatile long position;
    private long sealedAt;
    private int unsealed;
    private long folded;

    private ProjectionFold(
            EventStore store, Payloads payloads, ProjectionDefinition<P> definition, ProjectionCheckpoint from) {
        this.store = store;
        this.definition = definition;
        this.subscriptions = new Subscriptions(definition.subscriptions());
        this.states = new ProjectionStates<>(definition, payloads, from.states());
        this.position = from.position();
        this.sealedAt = from.position();
    }

    static <P> ProjectionFold<P> fromBeginning(
            EventStore store, Payloads payloads, ProjectionDefinition<P> definition) {
        ProjectionCheckpoint nothing = new ProjectionCheckpoint(definition.version(), definition.wiring(), 0, Map.of());
        return new ProjectionFold<>(store, payloads, definition, nothing);
    }

    static <P> ProjectionFold<P> from(
            ProjectionCheckpoint kept, EventStore store, Payloads payloads, ProjectionDefinition<P> definition) {
        return new ProjectionFold<>(store, payloads, definition, kept);
    }

    long position() {
        return position;
    }

    /** How many events it has folded, each counted for each instance. */
    long folded() {
        return folded;
    }

    int instances() {
        return states.size();
    }

    /**
     * Passes some events.
     *
     * @param head the last position to pass
     * @return false when there was nothing to pass
     */
    boolean pass(long head) {
        if (position >= head) {
            return false;
        }
        EventSlice slice = store.read(Decider.PARTITION, position, head, PAGE, PAGE_BYTES, View.DURABLE, subscriptions);
        if (slice.to() == position) {
            return false;
        }
        slice.events().forEach(this::fold);
        position = slice.to();
        unsealed += slice.events().size();
        if (unsealed >= MOST_UNSEALED || states.changed() >= MOST_UNSEALED) {
            seal();
        }
        return true;
    }

    private void fold(StoredEvent event) {
        try {
            folded += states.fold(event);
        } catch (StoreFailed | UnreadableState e) {
            revert();
            throw e;
        } catch (UnreadablePayload e) {
            revert();
            throw new UnreadablePayload(
                    "a projection cannot read an event: projection=" + definition.name() + ": " + e.getMessage(), e);
        } catch (Exception | StackOverflowError e) {
            revert();
            throw new HandlerFailed("a projection failed: " + place(event) + ": " + Thrown.text(e), e);
        } catch (Error e) {
            revert();
            throw e;
        }
    }

    private String place(StoredEvent event) {
        return "projection=" + definition.name() + ", stream=" + event.stream() + ", version=" + event.version()
                + ", position=" + event.position() + ", event=" + event.event().name();
    }

    /** Makes what was folded count. */
    void seal() {
        try {
            states.seal();
        } catch (EsException e) {
            revert();
            throw new EsException(
                    "the state of a projection cannot be written: projection=" + definition.name() + ": "
                            + e.getMessage(),
                    e);
        }
        sealedAt = position;
        unsealed = 0;
    }

    private void revert() {
        states.revert();
        position = sealedAt;
        unsealed = 0;
    }

    /** The state of an instance as it was sealed last. */
    Optional<P> copy(String key) {
        return states.copy(key);
    }

    /** What it has come to, sealed. */
    ProjectionCheckpoint checkpoint() {
        seal();
        return new ProjectionCheckpoint(definition.version(), definition.wiring(), position, states.sealed());
    }
}
