package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.ShadowReport;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the code of today on all that the instances of a process manager were given, from their beginning, and compares what it sends with what
 * was sent. Writes nothing into the store. For one call.
 *
 * @param <P> the class of the process manager
 */
final class ShadowReplay<P> implements Replay.Recipient {
    private static final int PAGE = 1_000;
    private static final int GENERATION = 1;

    private final EventStore store;
    private final Payloads payloads;
    private final ProcessManagerDefinition<P> definition;
    private final Sending sending;
    private final Replay<P> replay;
    private final ReplayedRows<P> rows;
    private final ShadowFindings findings;
    private SentFacts sent;
    private long position;

    ShadowReplay(
            EventStore store,
            Payloads payloads,
            ProcessManagerDefinition<P> definition,
            Sending sending,
            long startsAfter,
            ReplayedRows.Target scratch) {
        this.store = store;
        this.payloads = payloads;
        this.definition = definition;
        this.sending = sending;
        this.replay = new Replay<>(store, payloads, definition, startsAfter);
        this.rows = new ReplayedRows<>(definition, payloads, GENERATION, scratch);
        this.findings = new ShadowFindings(KeptDefinition.presentName(definition));
        this.sent = new SentFacts(definition.name(), payloads, List.of());
    }

    /**
     * Runs it.
     *
     * @param passed where the process manager is, if it is farther than its last commit
     */
    ShadowReport run(long passed) {
        try (Stream<CommittedMove> moves = store.moves(definition.name(), Decider.PARTITION, 0)) {
            moves.forEach(this::follow);
        }
        sent = new SentFacts(definition.name(), payloads, List.of());
        replay.passed(position, Math.min(passed, store.head(Decider.PARTITION, View.DURABLE)), this);
        return findings.report();
    }

    private void follow(CommittedMove move) {
        SentFacts facts = new SentFacts(definition.name(), payloads, move.unchanged());
        sent = facts;
        replay.commit(move, CommitFacts.read(store, definition.name(), move, facts::add), this);
        if (!sent.isEmpty()) {
            reportRest(move);
        }
        position = move.to();
    }

    @Override
    public void given(Occasion occasion) {
        EventInHand event = occasion.event();
        boolean broken = rows.sequence(sequence(event)).broken();
        List<SentCommand> would = List.of();
        if (!broken) {
            try {
                would = react(occasion);
            } catch (Exception | StackOverflowError e) {
                findings.broken(event, event.key(), Thrown.text(e));
                broken = definition.onFailure() != OnFailure.CONTINUE;
            }
        }
        SortedMap<Integer, LoggedCommand> was = sent.take(event, would);
        if (broken) {
            rows.sequence(sequence(event)).breakOff();
        } else {
            compare(event, would, was);
        }
    }

    private List<SentCommand> react(Occasion occasion) {
        ReplayedRow<P> instance = rows.instance(occasion.event().key());
        if (!instance.lives() && !occasion.starts()) {
            return List.of();
        }
        List<Effect> effects = rows.give(instance, occasion);
        replay.reacted(occasion.event().key(), effects, instance.lives());
        findings.reacted();
        return sending.commands(occasion, effects);
    }

    /** What waits when a reaction fails. */
    private String sequence(EventInHand event) {
        return definition.keyed() ? event.key() : replay.source(event);
    }

    @Override
    public void failed(EventInHand event, Throwable why) {
        findings.broken(event, "", Thrown.text(why));
        sent.keysOf(event.stored()).forEach(key -> sent.take(event.forKey(payloads, key), List.of()));
    }

    private void compare(EventInHand event, List<SentCommand> would, SortedMap<Integer, LoggedCommand> was) {
        TreeSet<Integer> places = new TreeSet<>(was.keySet());
        would.forEach(command -> places.add(command.index()));
        for (int index : places) {
            SentCommand now = index < would.size() ? would.get(index) : null;
            LoggedCommand then = was.get(index);
            if (now != null && then != null && isSame(now, then)) {
                findings.same();
            } else {
                CommandEnvelope envelope = now == null ? null : inFull(now);
                findings.different(event, event.key(), index, envelope, then);
            }
        }
    }

    /** With the payload as it would be stored. */
    private static CommandEnvelope inFull(SentCommand command) {
        CommandEnvelope envelope = command.envelope();
        return CommandEnvelope.ofJson(
                envelope.aggregate(),
                envelope.instanceId(),
                envelope.command(),
                command.payload().text());
    }

    private boolean isSame(SentCommand now, LoggedCommand then) {
        CommandEnvelope envelope = now.envelope();
        return envelope.aggregate().equals(then.aggregate())
                && envelope.instanceId().equals(then.instanceId())
                && presentName(then.aggregate(), envelope.command())
                        .equals(presentName(then.aggregate(), then.command()))
                && now.sent().sum() == then.sum();
    }

    private String presentName(String aggregate, String command) {
        @Nullable CommandType<?> type = payloads.commandType(aggregate, command);
        return type == null ? command : type.name();
    }

    /** What was sent for events that the code of today does not take, or takes to other instances. */
    private void reportRest(CommittedMove move) {
        for (long at = move.from(); at < move.to() && !sent.isEmpty(); ) {
            int most = (int) Math.min(PAGE, move.to() - at);
            for (StoredEvent event : store.read(Decider.PARTITION, at, most, BatchSize.MAX_BYTES, View.DURABLE)) {
                at = event.position();
                EventInHand inHand = new EventInHand(event, payloads);
                for (String key : sent.keysOf(event)) {
                    EventInHand ofKey = inHand.forKey(payloads, key);
                    SortedMap<Integer, LoggedCommand> was = sent.take(ofKey, List.of());
                    if (!rows.sequence(sequence(ofKey)).broken()) {
                        compare(ofKey, List.of(), was);
                    }
                }
            }
        }
    }
}
