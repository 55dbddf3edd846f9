package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EsException;
import dev.eventfold.es.Timeout;
import dev.eventfold.es.TimeoutName;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.program.Suggestions;
import java.time.Instant;
import java.util.List;

/** What the effects of a reaction make of what its instance waits for. */
final class TimeEffects {
    private final String processManager;
    private final Interests interests;

    TimeEffects(String processManager, Interests interests) {
        this.processManager = processManager;
        this.interests = interests;
    }

    /** With the timeouts among the effects set, replaced and cancelled, in order. Throws when one is not of this process manager. */
    Waits timeouts(Waits before, Occasion reaction, List<Effect> effects) {
        Waits waits = before;
        for (Effect effect : effects) {
            if (effect instanceof Timeout timeout) {
                require(timeout.name());
                waits = timeout.cancelled()
                        ? waits.withoutTimeout(timeout.name().name())
                        : waits.with(pending(timeout, reaction));
            }
        }
        return waits;
    }

    private static PendingTimeout pending(Timeout timeout, Occasion reaction) {
        EventInHand event = reaction.event();
        Instant due = timeout.time()
                .map(DueTime::of)
                .orElseGet(() -> DueTime.after(reaction.time(), timeout.delay().orElseThrow()));
        return new PendingTimeout(
                timeout.name().name(), due, event.correlationId(), event.eventId(), event.metadata(), 0);
    }

    private void require(TimeoutName name) {
        if (!name.processManager().equals(processManager)) {
            throw new EsException("a timeout is of another process manager: processManager=" + processManager
                    + ", timeout=" + name.processManager() + "/" + name.name());
        }
        if (interests.timeout(name.name()) == null) {
            throw unknown(name.name());
        }
    }

    /** What to say of a timeout that no method answers: one that was set by code which had it. */
    EsException unknown(String timeout) {
        return new EsException("no @OnTimeout method has this name: processManager=" + processManager + ", timeout="
                + timeout + Suggestions.of(timeout, interests.timeouts()));
    }

    /** With a command among those that are sent later. */
    static Waits later(Waits before, Occasion reaction, SentCommand command) {
        Instant due = DueTime.after(reaction.time(), command.envelope().delay().orElseThrow());
        return before.with(new DelayedCommand(
                due, FailureEvents.about(reaction.event(), command).json()));
    }
}
