package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.test.Step.Act;
import dev.eventfold.es.test.Step.Again;
import dev.eventfold.es.test.Step.CrashIn;
import dev.eventfold.es.test.Step.Execute;
import dev.eventfold.es.test.Step.Retry;
import dev.eventfold.es.test.Step.Run;
import dev.eventfold.es.test.Step.Settle;
import dev.eventfold.es.test.Step.Wait;
import dev.eventfold.es.test.Step.WaitUntilDue;
import java.util.List;
import java.util.TreeMap;

/** Steps as lines of text, which {@link StepReader} reads back. */
final class StepText {
    static final String SETTLE = "settle";
    static final String CRASH = "crash";
    static final String DUE = "wait until due";
    static final String BEFORE_DUE = "wait until before due";

    private StepText() {}

    static List<String> lines(List<Step> steps) {
        return steps.stream().map(StepText::of).toList();
    }

    static String of(Step step) {
        if (step instanceof Execute execute) {
            return of(execute.command());
        } else if (step instanceof Again again) {
            return "again " + Word.of(again.commandId());
        } else if (step instanceof Run run) {
            return "run " + run.consumer() + " " + run.commits();
        } else if (step instanceof CrashIn crash) {
            return "crash in " + crash.consumer();
        } else if (step instanceof Wait wait) {
            return "wait " + wait.time();
        } else if (step instanceof WaitUntilDue wait) {
            return wait.before() ? BEFORE_DUE : DUE;
        } else if (step instanceof Retry retry) {
            return "retry " + retry.consumer();
        } else if (step instanceof Act act) {
            return "do " + act.name();
        }
        return step instanceof Settle ? SETTLE : CRASH;
    }

    private static String of(CommandEnvelope command) {
        StringBuilder line = new StringBuilder("execute ");
        line.append(Word.of(command.commandId().orElseThrow())).append(' ');
        line.append(command.aggregate()).append('/').append(Word.of(command.instanceId()));
        line.append(' ').append(command.command());
        command.actor().ifPresent(actor -> line.append(" actor=").append(Word.of(actor)));
        command.correlationId().ifPresent(id -> line.append(" correlationId=").append(Word.of(id)));
        command.expectedVersion()
                .ifPresent(version -> line.append(" expectedVersion=").append(version));
        new TreeMap<>(command.metadata())
                .forEach((key, value) -> line.append(" metadata:")
                        .append(Word.of(key))
                        .append('=')
                        .append(Word.of(value)));
        return line.append(' ').append(command.payload()).toString();
    }
}
