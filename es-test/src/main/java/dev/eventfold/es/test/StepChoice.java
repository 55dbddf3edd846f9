package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
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
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Chooses what happens next, from one seed.
 *
 * @param <W> what is outside the program
 */
final class StepChoice<W> {
    private static final List<Duration> TIMES = List.of(
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofDays(1));

    private final Plan<W> plan;
    private final Random random;
    private final Map<Kind, Integer> weights = new EnumMap<>(Kind.class);
    private final Map<String, Integer> speeds = new HashMap<>();
    private int commands;

    /** What may be next, and how often it is in the long run. */
    private enum Kind {
        EXECUTE(25),
        AGAIN(4),
        ACT(6),
        TIME(8),
        SETTLE(8),
        CRASH(4),
        CRASH_IN(6),
        RETRY(3),
        RUN(36);

        private final int usual;

        Kind(int usual) {
            this.usual = usual;
        }
    }

    /** Each run has its own mixture: what never comes leaves room for what would be undone by it. */
    StepChoice(Plan<W> plan, long seed) {
        this.plan = plan;
        // What seeds beside each other make of themselves at first is too much alike.
        this.random = new Random(new SplittableRandom(seed).nextLong());
        for (Kind kind : Kind.values()) {
            boolean always = kind == Kind.EXECUTE || kind == Kind.RUN;
            weights.put(kind, kind.usual * one(always ? List.of(1, 1, 2) : List.of(0, 1, 1, 2)));
        }
        if (plan.commands().isEmpty()) {
            weights.put(Kind.EXECUTE, 0);
        }
        if (plan.acts().isEmpty()) {
            weights.put(Kind.ACT, 0);
        }
    }

    Step next(SimulatedProgram<W> program) {
        Kind kind = weighed(List.copyOf(weights.keySet()), weights);
        return switch (kind) {
            case EXECUTE -> new Execute(command(program));
            case AGAIN -> program.commandIds().isEmpty() ? new Settle() : new Again(one(program.commandIds()));
            case ACT -> new Act(one(List.copyOf(plan.acts().keySet())));
            case TIME -> time();
            case SETTLE -> new Settle();
            case CRASH -> new Crash();
            case CRASH_IN, RETRY, RUN -> program.consumers().isEmpty() ? new Crash() : of(kind, consumer(program));
        };
    }

    private Step of(Kind kind, String consumer) {
        return switch (kind) {
            case CRASH_IN -> new CrashIn(consumer);
            case RETRY -> new Retry(consumer);
            default -> new Run(consumer, 1 + random.nextInt(3));
        };
    }

    /** One of them, each as fast as it is in this run. */
    private String consumer(SimulatedProgram<W> program) {
        List<String> consumers = program.consumers();
        for (String consumer : consumers) {
            if (!speeds.containsKey(consumer)) {
                speeds.put(consumer, one(List.of(1, 3, 9)));
            }
        }
        return weighed(consumers, speeds);
    }

    private <T> T weighed(List<T> all, Map<T, Integer> weights) {
        int sum = 0;
        for (T one : all) {
            sum += weights.getOrDefault(one, 0);
        }
        int dice = random.nextInt(sum);
        for (T one : all) {
            dice -= weights.getOrDefault(one, 0);
            if (dice < 0) {
                return one;
            }
        }
        throw new IllegalStateException("weights changed meanwhile");
    }

    private CommandEnvelope command(SimulatedProgram<W> program) {
        commands++;
        return plan.asJson(one(plan.commands()).apply(program.now(), random), "c-" + commands);
    }

    private Step time() {
        int dice = random.nextInt(4);
        return dice < 2 ? new WaitUntilDue(dice == 0) : new Wait(one(TIMES));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
