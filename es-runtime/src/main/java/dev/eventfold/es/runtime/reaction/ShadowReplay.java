package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.ShadowReport;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

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
    private final SentComparison comparison;
    private final ShadowDelays<P> delays;
    private final ShadowWaits<P> waits;
    private SentFacts sent;
    private long position;
    private long lastMove;
    private long lastCommit;

    ShadowReplay(
            EventStore store,
            Payloads payloads,
            ProcessManagerDefinition<P> definition,
            Sending sending,
            Registration registration,
            ScratchRows scratch) {
        this.store = store;
        this.payloads = payloads;
        this.definition = definition;
        this.sending = sending;
        this.replay = new Replay<>(store, payloads, definition, registration.startsAfter());
        this.rows = new ReplayedRows<>(definition, payloads, GENERATION, scratch);
        this.findings = new ShadowFindings(KeptDefinition.presentName(definition));
        this.comparison = new SentComparison(payloads, findings);
        this.delays = new ShadowDelays<>(store, payloads, definition, sending, rows, comparison, this::isBroken);
        this.waits = new ShadowWaits<>(
                store,
                new RowKey(definition.name(), registration.generation(), ""),
                new RowKey(definition.name(), GENERATION, ""),
                scratch,
                rows,
                delays,
                this::sequence);
        this.sent = new SentFacts(definition.name(), payloads, List.of());
    }

    /**
     * Runs it.
     *
     * @param passed where the process manager is, if it is farther than its last commit
     */
    ShadowReport run(long passed) {
        followNew();
        Instant until = lastTime();
        waits.compare(until, this::followNew);
        sent = new SentFacts(definition.name(), payloads, List.of());
        replay.passed(position, Math.min(passed, store.head(Decider.PARTITION, View.DURABLE)), this);
        waits.compare(until, () -> {});
        delays.findUnasked();
        return findings.report();
    }

    private void followNew() {
        long newest = store.lastCommit();
        if (newest == lastCommit) {
            return;
        }
        store.awaitDurable(newest);
        lastCommit = newest;
        try (Stream<CommittedMove> moves = store.moves(definition.name(), Decider.PARTITION, lastMove)) {
            moves.forEach(this::follow);
        }
    }

    /** Of what the log holds: what was due by then could have been sent. */
    private Instant lastTime() {
        long head = store.head(Decider.PARTITION, View.DURABLE);
        return store.read(Decider.PARTITION, Math.max(0, head - 1), 1, BatchSize.MAX_BYTES, View.DURABLE).stream()
                .map(event -> event.event().at())
                .findFirst()
                .orElse(Instant.MIN);
    }

    private void follow(CommittedMove move) {
        SentFacts facts = new SentFacts(definition.name(), payloads, move.unchanged());
        sent = facts;
        CommitFacts commit = CommitFacts.read(store, definition.name(), move, facts::add);
        replay.commit(move, commit, this);
        if (!sent.isEmpty() && !commit.isOfRetries()) {
            reportRest(move);
        }
        List<LateCommand> late = sent.takeRest();
        if (!commit.isOfRetries()) {
            late.forEach(delays::sent);
        }
        position = move.to();
        lastMove = move.commit();
    }

    @Override
    public void given(Occasion occasion) {
        EventInHand event = occasion.event();
        boolean broken = isBroken(event);
        List<SentCommand> would = List.of();
        if (!broken) {
            try {
                would = react(occasion);
            } catch (Exception | StackOverflowError e) {
                findings.broken(event, event.key(), Thrown.text(e));
                broken = definition.onFailure() != OnFailure.CONTINUE;
            }
        }
        SortedMap<Integer, LoggedCommand> was = sent.take(event, would, delays.isForOne(event));
        if (occasion instanceof Occasion.OfRejection answer) {
            sent.takeUnanswered(answer.rejected().facts());
        }
        if (broken) {
            rows.sequence(sequence(event)).breakOff();
        } else {
            compare(event, atOnce(occasion, would, was), was);
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

    private boolean isBroken(EventInHand event) {
        return rows.sequence(sequence(event)).broken();
    }

    /** What waits when a reaction fails. */
    private String sequence(EventInHand event) {
        return definition.keyed() ? event.key() : replay.source(event);
    }

    @Override
    public void passed(long upTo) {
        rows.flushIfFull();
    }

    @Override
    public void wentOn() {
        rows.flushIfFull();
    }

    @Override
    public void failed(EventInHand event, Throwable why) {
        findings.broken(event, "", Thrown.text(why));
        sent.keysOf(event.stored()).forEach(key -> sent.take(event.forKey(payloads, key), List.of(), true));
    }

    private void compare(EventInHand event, Map<Integer, SentCommand> would, SortedMap<Integer, LoggedCommand> was) {
        TreeSet<Integer> places = new TreeSet<>(was.keySet());
        places.addAll(would.keySet());
        places.forEach(index -> comparison.compare(event, event.key(), index, would.get(index), was.get(index)));
    }

    /** Of what is to be sent later only that which was sent at once: the others wait for what the log tells later. */
    private Map<Integer, SentCommand> atOnce(
            Occasion occasion, List<SentCommand> would, SortedMap<Integer, LoggedCommand> was) {
        Map<Integer, SentCommand> atOnce = new HashMap<>();
        for (SentCommand command : would) {
            if (command.envelope().delay().isEmpty() || was.containsKey(command.index())) {
                atOnce.put(command.index(), command);
            } else {
                delays.ask(occasion, command);
            }
        }
        return atOnce;
    }

    /**
     * What was sent for events that the code of today does not take, or takes to other instances. An event that was passed in memory before something
     * was due is in the same move as that: then what was sent is what was awaited.
     */
    private void reportRest(CommittedMove move) {
        for (long at = move.from(); at < move.to() && !sent.isEmpty(); ) {
            int most = (int) Math.min(PAGE, move.to() - at);
            for (StoredEvent event : store.read(Decider.PARTITION, at, most, BatchSize.MAX_BYTES, View.DURABLE)) {
                at = event.position();
                EventInHand inHand = new EventInHand(event, payloads);
                sent.keysOf(event).stream()
                        .map(key -> inHand.forKey(payloads, key))
                        .filter(ofKey -> !delays.isAwaited(ofKey))
                        .forEach(this::reportUnasked);
            }
        }
    }

    private void reportUnasked(EventInHand event) {
        SortedMap<Integer, LoggedCommand> was = sent.take(event, List.of(), true);
        if (!isBroken(event)) {
            compare(event, Map.of(), was);
        }
    }
}
