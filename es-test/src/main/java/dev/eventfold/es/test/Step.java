package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import java.time.Duration;

/** One thing that happens in a simulated program. */
sealed interface Step {
    /** A caller's command is executed; the payload is JSON, and it has an id. */
    record Execute(CommandEnvelope command) implements Step {}

    /** A caller sends a command a second time, under its id. */
    record Again(String commandId) implements Step {}

    /** A process manager or subscriber goes on until it has written so often, or has nothing to do. */
    record Run(String consumer, int commits) implements Step {}

    /** All of them go on until none has anything to do. */
    record Settle() implements Step {}

    /** The program dies and is started again. */
    record Crash() implements Step {}

    /** The program dies when a process manager or subscriber is about to write the next time, and is started again. */
    record CrashIn(String consumer) implements Step {}

    /** Time passes. */
    record Wait(Duration time) implements Step {}

    /** Time passes until the next thing is due that somebody waits for, or until shortly before. */
    record WaitUntilDue(boolean before) implements Step {}

    /** All dead letters of a process manager or subscriber are tried again. */
    record Retry(String consumer) implements Step {}

    /** Something happens that the test gave a name. */
    record Act(String name) implements Step {}
}
