package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Random commits, the same for the same seed: callers' commands, some of them wrong or sent twice, and batches of process managers with
 * rows and moves. Each is given to a store and to its model, and both must answer the same.
 */
final class Workload {
    private static final List<String> CONSUMERS = List.of("fulfilment", "billing");
    private static final Instant AT = Instant.parse("2026-11-23T22:05:01.123Z");

    private final Random random;
    private final Model model;
    private final Map<String, Lease> leases = new HashMap<>();
    private List<Question> questions = List.of();
    private int commands;

    Workload(long seed) {
        this(seed, new Model(), 0);
    }

    private Workload(long seed, Model model, int commands) {
        this.random = new Random(seed);
        this.model = model;
        this.commands = commands;
    }

    /** What it has done up to now, whatever it does later. */
    Workload now() {
        return new Workload(0, model.now(), commands);
    }

    /** Another one, which goes on in its own way from what a store holds that was opened again. */
    Workload fork(long seed, long commits) {
        return new Workload(seed, model.keep(commits), commands);
    }

    Model model() {
        return model;
    }

    /** Commits so many times. Now and then what was committed is waited for. */
    void run(EventStore store, int steps) {
        leases.clear();
        for (int n = 0; n < steps; n++) {
            step(store);
        }
    }

    private void step(EventStore store) {
        questions = List.of();
        boolean ofProcessManager = random.nextInt(3) == 0;
        String consumer = CONSUMERS.get(random.nextInt(CONSUMERS.size()));
        Commit commit = ofProcessManager ? batch(consumer) : command();
        CommitOutcome expected = model.commit(commit);
        CommitOutcome actual = store.commit(with(store, commit));
        if (!(expected instanceof CommitOutcome.Fenced)) {
            assertThat(actual).isEqualTo(expected);
        }
        if (random.nextInt(3) > 0) {
            store.awaitDurable(store.lastCommit());
            model.acknowledge();
        }
    }

    private Commit with(EventStore store, Commit commit) {
        ConsumerMove move = commit.move();
        if (move == null) {
            return commit;
        }
        Lease lease = leases.computeIfAbsent(move.lease().consumer(), name -> store.lease(name, 0));
        return new Commit(
                commit.appends(), commit.rows(), new ConsumerMove(lease, move.from(), move.to(), move.unchanged()));
    }

    private Commit command() {
        boolean again = commands > 0 && random.nextInt(8) == 0;
        return Commit.of(append(again ? random.nextInt(commands) : commands++, true));
    }

    private Commit batch(String consumer) {
        List<StreamAppend> appends = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            appends.add(append(commands++, false));
        }
        Set<String> keys = new HashSet<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            keys.add("ord-" + random.nextInt(4));
        }
        long from = model.store().position(consumer, 0) + (random.nextInt(20) == 0 ? 1 : 0);
        List<ConsumerMove.Unchanged> unchanged = random.nextInt(4) > 0
                ? List.of()
                : List.of(new ConsumerMove.Unchanged(from + 1, 0, new StreamId("order", "x"), "Confirm", 7));
        return new Commit(
                appends,
                keys.stream()
                        .sorted()
                        .map(key -> change(new RowKey(consumer, 1, key)))
                        .toList(),
                new ConsumerMove(model.lease(consumer), from, from + random.nextInt(3), unchanged));
    }

    private StreamAppend append(int command, boolean once) {
        // What is sent twice goes to the same stream each time.
        StreamId stream = new StreamId(command % 2 == 0 ? "order" : "inventory", "i-" + command % 5);
        long version = model.store().version(stream, View.DECIDED);
        ExpectedVersion expected = switch (random.nextInt(10)) {
            case 0 -> new ExpectedVersion.Version(version + 1);
            case 1, 2, 3 -> new ExpectedVersion.Any();
            default -> ExpectedVersion.of(version);
        };
        List<NewEvent> events = new ArrayList<>();
        for (int n = 0; n <= random.nextInt(3); n++) {
            events.add(event(command, n));
        }
        return new StreamAppend(stream, once ? expected : new ExpectedVersion.Any(), once, events);
    }

    private NewEvent event(int command, int index) {
        String id = "c-" + command;
        Origin origin = new Origin(
                id,
                random.nextBoolean() ? id : "flow-" + command,
                random.nextBoolean() ? id : "c-0.0",
                random.nextBoolean() ? null : new Origin.Sent("fulfilment/ord-1", "Reserve", command),
                random.nextBoolean() ? null : "ann\n",
                random.nextBoolean() ? Map.of() : Map.of("tenant", "\uD83D\uDE00"));
        String data = "{\"n\":" + index + ",\"text\":\"" + "x".repeat(random.nextInt(200)) + "\"}";
        return new NewEvent("Event" + command % 3, 1 + command % 2, AT, origin, null, Json.of(data));
    }

    private RowChange change(RowKey key) {
        Optional<VersionedRow> before = model.store().row(key);
        long version = before.map(VersionedRow::version).orElse(0L) + (random.nextInt(20) == 0 ? 1 : 0);
        if (before.isPresent() && random.nextInt(3) == 0) {
            return new RowChange.Remove(key, version);
        }
        Row.Blocked blocked = Row.Blocked.values()[random.nextInt(3)];
        Json state = random.nextInt(4) == 0 ? null : Json.of("{\"n\":" + random.nextInt(100) + "}");
        Instant due = random.nextInt(3) > 0 ? null : AT.plusMillis(random.nextInt(1_000_000));
        Json waits = random.nextInt(3) > 0 ? null : Json.of("{\"entry\":" + random.nextInt(9) + "}");
        return new RowChange.Put(new Row(key, 1, blocked, due, waits, state), version);
    }

    /** Compares all that a store holds with its model. */
    void assertSame(EventStore store) {
        questions().forEach(question -> question.assertRight(store));
    }

    /** Compares each answer of a store with its model, but those that it refuses because of damage: these it gives. */
    List<StoreDamaged> refusals(EventStore store) {
        List<StoreDamaged> refusals = new ArrayList<>();
        for (Question question : questions()) {
            try {
                question.assertRight(store);
            } catch (StoreDamaged e) {
                refusals.add(e);
            }
        }
        return refusals;
    }

    /** Something that can be asked of a store, and what the model says. */
    private record Question(Function<EventStore, Object> ask, Object expected) {
        void assertRight(EventStore store) {
            Object answer = ask.apply(store);
            if (!answer.equals(expected)) {
                assertThat(answer).isEqualTo(expected);
            }
        }
    }

    /** The same until something more is committed. */
    private List<Question> questions() {
        if (questions.isEmpty()) {
            questions = asked().stream()
                    .map(ask -> new Question(ask, ask.apply(model.store())))
                    .toList();
        }
        return questions;
    }

    /** All that can be asked. */
    private List<Function<EventStore, Object>> asked() {
        List<Function<EventStore, Object>> all = new ArrayList<>();
        List<StoredEvent> log = model.store().read(0, 0, Integer.MAX_VALUE, Long.MAX_VALUE, View.DECIDED);
        all.add(store -> store.read(0, 0, Integer.MAX_VALUE, Long.MAX_VALUE, View.DECIDED));
        for (String aggregate : List.of("order", "inventory", "nobody")) {
            all.add(store -> store.streams(aggregate).toList());
        }
        Set<List<Object>> commands = new LinkedHashSet<>();
        log.forEach(event ->
                commands.add(List.of(event.stream(), event.event().origin().commandId())));
        for (List<Object> command : commands) {
            all.add(store -> store.firstResult((StreamId) command.get(0), (String) command.get(1)));
        }
        for (StreamId stream : model.store().streams("order").toList()) {
            all.add(store -> store.readStream(stream, 1, Integer.MAX_VALUE, View.DECIDED));
        }
        for (String consumer : CONSUMERS) {
            all.add(store -> store.position(consumer, 0));
            all.add(store -> {
                store.awaitDurable(store.lastCommit());
                return store.moves(consumer, 0, 0).toList();
            });
            all.add(store -> store.due(consumer, 1, Instant.MAX, 10));
            all.add(store -> store.rows(consumer, 1).collect(Collectors.toSet()));
            for (int key = 0; key < 4; key++) {
                RowKey row = new RowKey(consumer, 1, "ord-" + key);
                all.add(store -> store.row(row));
            }
        }
        return all;
    }
}
