package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.reaction.Outcome.Sequence;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of what is due in the rows of one process manager, on its way into one commit, in the order of the times: what a reaction sets anew
 * has its turn before what is due after it. For the thread whose turn it is.
 *
 * @param <P> the class of the process manager
 */
final class Firing<P> {
    private final ManagerParts<P> parts;
    private final TimeoutEvents events;
    private final BatchRows<P> rows;
    private final Reactor<P> reactor;
    private final Draft draft;
    private final Settlement settlement;
    private final @Nullable TooLarge tooLarge;

    /** With {@code tooLarge} one row is due, and the effects are known to be more than a commit may hold. */
    Firing(ManagerParts<P> parts, @Nullable TooLarge tooLarge) {
        this.parts = parts;
        this.events = new TimeoutEvents(parts.definition().name());
        this.rows = parts.rows();
        this.reactor = parts.reactor(rows, true);
        this.draft = parts.host().decider().draft();
        this.settlement = parts.settlement(draft);
        this.tooLarge = tooLarge;
    }

    /**
     * Reacts, decides and commits.
     *
     * @param due rows in the order of their times; of each the first thing that it waits for, unless that is a retry
     * @param until the last time that counts as due
     * @param move gives the consumer's move, which stays where it is
     */
    Batch.Result commit(List<VersionedRow> due, Instant until, Batch.MoveTo move) {
        Decider decider = parts.host().decider();
        boolean committed = false;
        try {
            List<Step> steps = new ArrayList<>();
            for (VersionedRow row : due) {
                if (isBehindAnother(row) || stops()) {
                    break;
                }
                String key = row.row().key().key();
                Optional<Wait> wait = rows.named(key).waits().first();
                if (wait.isPresent() && !wait.get().due().isAfter(until)) {
                    steps.add(fire(key, wait.get()));
                }
            }
            if (steps.isEmpty()) {
                return new Batch.Result(null, steps, false, 0);
            }
            CommitOutcome outcome = decider.commit(draft, rows.changes(), move.with(settlement.unchanged()));
            committed = true;
            return new Batch.Result(outcome, steps, settlement.failed(), 0);
        } finally {
            if (!committed) {
                decider.discard(draft);
            }
        }
    }

    private boolean isBehindAnother(VersionedRow row) {
        Instant next = rows.nextDue();
        Instant due = row.row().nextDue();
        return next != null && due != null && next.isBefore(due);
    }

    private boolean stops() {
        return settlement.failed() && parts.definition().onFailure() == OnFailure.STOP;
    }

    private Step fire(String key, Wait wait) {
        InstanceRow<P> row = rows.named(key);
        long from = draft.position();
        Counts counts = wait instanceof PendingTimeout timeout
                ? Counts.TIMED_OUT.plus(settlement.settle(fired(timeout, key, row)))
                : settlement.settle(sent((DelayedCommand) wait, key, row));
        return Step.ofDue(wait.due(), counts, from, draft.position());
    }

    private Outcome fired(PendingTimeout timeout, String key, InstanceRow<P> row) {
        StreamId stream = events.stream(key);
        StoredEvent fired = events.fired(
                timeout,
                key,
                parts.host().store().version(stream, View.DECIDED) + 1,
                Decider.PARTITION,
                draft.position() + 1,
                parts.host().decider().now());
        draft.add(TimeoutEvents.append(fired));
        row.setWaits(row.waits().with(timeout.fired(fired.version())));
        return tooLarge == null ? reactor.fired(fired) : reactor.refuseFired(fired, Failure.of(tooLarge));
    }

    private Outcome sent(DelayedCommand command, String key, InstanceRow<P> row) {
        row.setWaits(row.waits().without(command));
        JsonMembers about = JsonMembers.of(command.about());
        StreamId source = StreamId.parse(about.text("source"));
        StoredEvent stored = parts.host()
                .store()
                .readStream(source, about.number("version"), 1, View.DECIDED)
                .get(0);
        EventInHand event = new EventInHand(stored, parts.host().payloads())
                .forKey(parts.host().payloads(), about.text("key"));
        boolean ended = !rows.instance(event.key()).lives();
        return new Outcome.Reacted(
                event, new Sequence(key, row), List.of(parts.sending().again(event, about)), ended);
    }
}
