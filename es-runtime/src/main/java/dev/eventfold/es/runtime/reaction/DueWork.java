package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of one process manager wait for: when the next of it is due, and the doing of it, as much at once as keeps callers
 * waiting for no longer than they would notice.
 *
 * @param <P> the class of the process manager
 */
final class DueWork<P> {
    private final LogHost host;
    private final ProcessManagerDefinition<P> definition;
    private final Interests interests;
    private final Sending sending;
    private final FailureEvents failures;
    private final Predicate<String> inHand;
    private final BatchSize size = new BatchSize();

    /** With {@code inHand}, the sequence that somebody is working off, and that is left alone until then. */
    DueWork(
            LogHost host,
            ProcessManagerDefinition<P> definition,
            Interests interests,
            Sending sending,
            FailureEvents failures,
            Predicate<String> inHand) {
        this.host = host;
        this.definition = definition;
        this.interests = interests;
        this.sending = sending;
        this.failures = failures;
        this.inHand = inHand;
    }

    /** When the next is due; null when nothing is. */
    @Nullable
    Instant next() {
        List<VersionedRow> first = due(Instant.MAX, 1);
        return first.isEmpty() ? null : first.get(0).row().nextDue();
    }

    boolean isDue(Instant until) {
        return !due(until, 1).isEmpty();
    }

    private List<VersionedRow> due(Instant until, int most) {
        return host.store().due(definition.name(), host.generations().of(definition.name()), until, most + 1).stream()
                .filter(row -> !inHand.test(row.row().key().key()))
                .limit(most)
                .toList();
    }

    /**
     * Does some of it, for the thread whose turn it is.
     *
     * @return what was committed, or that somebody else moved the consumer; null when nothing is due
     */
    Batch.@Nullable Result fire(Instant until, Batch.MoveTo move) {
        TooLarge tooLarge = null;
        int most = size.events();
        while (true) {
            List<VersionedRow> due = due(until, most);
            if (due.isEmpty()) {
                return null;
            }
            Batch.Result result = attempt(due, until, tooLarge, move);
            if (result.outcome() == null) {
                return null;
            }
            if (!(result.outcome() instanceof TooLarge refusal)) {
                Refusals.requireKnown(result.outcome(), place(due));
                return result;
            }
            tooLarge = Refusals.tooLarge(refusal, tooLarge, result.steps().size(), place(due));
            most = Math.max(1, result.steps().size() / 2);
        }
    }

    private Batch.Result attempt(
            List<VersionedRow> due, Instant until, @Nullable TooLarge tooLarge, Batch.MoveTo move) {
        long began = System.nanoTime();
        Firing<P> firing = new Firing<>(host, definition, interests, sending, failures, tooLarge);
        Batch.Result result = firing.commit(due, until, move);
        if (result.outcome() instanceof Committed) {
            size.decided(result.steps().size(), System.nanoTime() - began);
        }
        return result;
    }

    private String place(List<VersionedRow> due) {
        return "processManager=" + definition.name() + ", due="
                + due.get(0).row().key();
    }
}
