package dev.eventfold.es.benchmarks.pekko;

import java.util.Collections;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.SnapshotSelectionCriteria;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.Recovery;

/** Counts: what {@link dev.eventfold.es.benchmarks.program.Source} is with us. Its state is the total. */
final class PekkoSource extends EventSourcedBehavior<PekkoSource.Command, PekkoSource.Ticked, Long> {
    PekkoSource(String id) {
        super(PersistenceId.ofUniqueId(id));
    }

    sealed interface Command {}

    /** Counts on. */
    record Tick(int by, ActorRef<Done> replyTo) implements Command {}

    /** Counts on several times in one write. Fills journals quickly. */
    record TickOften(int times, ActorRef<Done> replyTo) implements Command {}

    /** Asks what it has come to. */
    record Total(ActorRef<Long> replyTo) implements Command {}

    /** It counted on. */
    record Ticked(int by) {}

    @Override
    public Long emptyState() {
        return 0L;
    }

    @Override
    public Recovery recovery() {
        // There are no snapshots to ask for.
        return Recovery.withSnapshotSelectionCriteria(SnapshotSelectionCriteria.none());
    }

    @Override
    public CommandHandler<Command, Ticked, Long> commandHandler() {
        return newCommandHandlerBuilder()
                .forAnyState()
                .onCommand(
                        Tick.class,
                        tick -> Effect()
                                .persist(new Ticked(tick.by()))
                                .thenReply(tick.replyTo(), total -> Done.getInstance()))
                .onCommand(
                        TickOften.class,
                        tick -> Effect()
                                .persist(Collections.nCopies(tick.times(), new Ticked(1)))
                                .thenReply(tick.replyTo(), total -> Done.getInstance()))
                .onCommand(Total.class, (total, question) -> Effect().reply(question.replyTo(), total))
                .build();
    }

    @Override
    public EventHandler<Long, Ticked> eventHandler() {
        return newEventHandlerBuilder()
                .forAnyState()
                .onEvent(Ticked.class, (total, event) -> total + event.by())
                .build();
    }
}
