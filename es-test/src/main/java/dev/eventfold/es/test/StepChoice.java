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
import java.util.List;
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
    private int commands;

    StepChoice(Plan<W> plan, long seed) {
        this.plan = plan;
        // What seeds beside each other make of themselves at first is too much alike.
        this.random = new Random(new SplittableRandom(seed).nextLong());
    }

    Step next(SimulatedProgram<W> program) {
        int dice = random.nextInt(100);
        if (dice < 30 && !plan.commands().isEmpty()) {
            return new Execute(command(program));
        } else if (dice < 36 && !program.commandIds().isEmpty()) {
            return new Again(one(program.commandIds()));
        } else if (dice < 42 && !plan.acts().isEmpty()) {
            return new Act(one(List.copyOf(plan.acts().keySet())));
        } else if (dice < 53) {
            return time();
        } else if (dice < 58) {
            return new Settle();
        } else if (dice < 64 || program.consumers().isEmpty()) {
            return new Crash();
        }
        String consumer = one(program.consumers());
        return dice < 70
                ? new CrashIn(consumer)
                : dice < 73 ? new Retry(consumer) : new Run(consumer, 1 + random.nextInt(3));
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
