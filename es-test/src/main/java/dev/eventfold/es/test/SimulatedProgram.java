package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.RetryLater;
import dev.eventfold.es.VersionConflict;
import dev.eventfold.es.runtime.engine.SimulatedStore;
import dev.eventfold.es.runtime.engine.SimulatedStore.Move;
import dev.eventfold.es.test.Simulation.Moment;
import dev.eventfold.es.test.Step.Act;
import dev.eventfold.es.test.Step.Again;
import dev.eventfold.es.test.Step.Crash;
import dev.eventfold.es.test.Step.CrashIn;
import dev.eventfold.es.test.Step.Execute;
import dev.eventfold.es.test.Step.Retry;
import dev.eventfold.es.test.Step.Run;
import dev.eventfold.es.test.Step.Settle;
import dev.eventfold.es.test.Step.Wait;
import dev.eventfold.es.test.Step.WaitUntilDue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program, its time and what is outside it, which takes one step after the other. The same steps lead to the same.
 *
 * @param <W> what is outside
 */
final class SimulatedProgram<W> {
    private static final int MOST_MOVES = 10_000;

    private final Plan<W> plan;
    private final W world;
    private final TestClock clock;
    private final SimulatedStore store;
    private final Map<String, CommandEnvelope> sent = new LinkedHashMap<>();
    private @Nullable EsException refusal;
    private long told;

    /** Starts it, and executes what is given. */
    SimulatedProgram(Plan<W> plan) {
        this.plan = plan;
        this.world = plan.world().get();
        this.clock = TestClock.at(plan.begin());
        this.store = new SimulatedStore(plan.program(), plan.codec(), clock, plan.retries());
        start();
        for (CommandEnvelope command : plan.given()) {
            CommandEnvelope given = plan.asJson(command, "given-" + (sent.size() + 1));
            sent.put(given.commandId().orElseThrow(), given);
            store.store().execute(given);
        }
    }

    private void start() {
        store.start(plan.subscribers().apply(world));
    }

    /** The process managers and subscribers. */
    List<String> consumers() {
        return store.consumers();
    }

    /** The ids of the commands of callers until now. */
    List<String> commandIds() {
        return new ArrayList<>(sent.keySet());
    }

    Moment<W> now() {
        return new Moment<>(store.store(), world);
    }

    /** What does not hold afterwards; null when all does. */
    @Nullable
    Violation take(Step step) {
        refusal = null;
        requireKnown(step);
        try {
            happen(step);
        } catch (CommandRejected | RetryLater | VersionConflict e) {
            refusal = e;
        } catch (RuntimeException | Error e) {
            return new Violation(Violation.NOTHING_BREAKS, e);
        }
        Violation violation = violated(plan.always());
        return violation == null && step instanceof Settle ? violated(plan.whenQuiet()) : violation;
    }

    /** What has come of it since this was asked last, as lines. */
    List<String> news() {
        List<String> lines = new ArrayList<>();
        if (refusal != null) {
            lines.add("refused: " + refusal.getMessage());
        }
        try (Stream<RecordedEvent> events = store.store().events(0, told)) {
            events.forEach(event -> {
                told = event.position();
                lines.add(event.aggregate() + "/" + Word.of(event.instanceId()) + " " + event.event() + " "
                        + event.json());
            });
        }
        return lines;
    }

    private @Nullable Violation violated(Map<String, Consumer<Moment<W>>> invariants) {
        for (Map.Entry<String, Consumer<Moment<W>>> invariant : invariants.entrySet()) {
            try {
                invariant.getValue().accept(now());
            } catch (RuntimeException | AssertionError e) {
                return new Violation(invariant.getKey(), e);
            }
        }
        return null;
    }

    private void happen(Step step) {
        if (step instanceof Execute execute) {
            sent.put(execute.command().commandId().orElseThrow(), execute.command());
            store.store().execute(execute.command());
        } else if (step instanceof Again again) {
            CommandEnvelope command = sent.get(again.commandId());
            if (command != null) {
                store.store().execute(command);
            }
        } else if (step instanceof Run run) {
            run(run);
        } else if (step instanceof Settle) {
            settle();
        } else if (step instanceof Crash) {
            start();
        } else if (step instanceof CrashIn crash) {
            store.doom(crash.consumer());
        } else if (step instanceof Wait wait) {
            clock.advance(wait.time());
        } else if (step instanceof WaitUntilDue wait) {
            waitUntilDue(wait.before());
        } else if (step instanceof Retry retry) {
            store.store().deadLetters(retry.consumer()).retryAll();
        } else if (step instanceof Act act) {
            Objects.requireNonNull(plan.acts().get(act.name()), act.name()).accept(now());
        }
    }

    private void run(Run run) {
        for (int commits = 0; commits < run.commits() && moved(run.consumer()); commits++) {
            // One after the other.
        }
    }

    /** Whether it did something; when it died of it, the program is started again. */
    private boolean moved(String consumer) {
        Move move = store.step(consumer);
        if (move == Move.DIED) {
            start();
        }
        return move != Move.NOTHING;
    }

    private void requireKnown(Step step) {
        String consumer = consumer(step);
        if (consumer != null && !store.consumers().contains(consumer)) {
            throw new IllegalArgumentException(
                    "there is no such process manager or subscriber in the simulation: consumer=" + consumer
                            + ", known=" + store.consumers());
        }
        if (step instanceof Act act && !plan.acts().containsKey(act.name())) {
            throw new IllegalArgumentException("there is no such act in the simulation: name=" + act.name() + ", known="
                    + plan.acts().keySet());
        }
    }

    private static @Nullable String consumer(Step step) {
        if (step instanceof Run run) {
            return run.consumer();
        } else if (step instanceof CrashIn crash) {
            return crash.consumer();
        }
        return step instanceof Retry retry ? retry.consumer() : null;
    }

    private void settle() {
        int moves = 0;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (String consumer : store.consumers()) {
                moved |= moved(consumer);
                if (++moves > MOST_MOVES) {
                    throw new AssertionError("the program does not come to rest: moves=" + MOST_MOVES
                            + "; do its process managers answer each other without end?");
                }
            }
        }
    }

    private void waitUntilDue(boolean before) {
        Instant now = clock.instant();
        store.nextDue()
                .map(due -> before ? due.minusMillis(1) : due)
                .filter(due -> due.isAfter(now))
                .ifPresent(clock::set);
    }
}
