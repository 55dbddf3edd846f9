package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnRejection;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Rejection;
import dev.eventfold.es.runtime.domain.Commands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Meets all that can happen to an instance: what is refused, late, put off, given up, due, and not due any more. */
@ProcessManager(value = "guard", key = Reacts.INSTANCE_ID)
@SuppressWarnings("eventfold:never-ends")
public final class Guard {
    private List<String> seen = new ArrayList<>();

    @Reacts(starts = true)
    List<Effect> on(WatchEvent.Opened event, EventContext context) {
        seen.add("opened");
        return List.of(
                GuardTimeouts.ROUND.after(Duration.ofMillis(20)),
                GuardTimeouts.NEVER.after(Duration.ofHours(1)),
                note(context, "refused"),
                note(context, "delayed").after(Duration.ofMillis(10)),
                note(context, "waits"),
                note(context, "fails"),
                note(context, "hopeless"),
                note(context, "comes last"));
    }

    @Reacts
    List<Effect> on(WatchEvent.GotReady event, EventContext context) {
        seen.add("ready");
        return List.of(GuardTimeouts.NEVER.cancel(), note(context, "is ready"));
    }

    @OnTimeout("round")
    CommandEnvelope round(EventContext context) {
        seen.add("round");
        return note(context, "round");
    }

    @OnTimeout("never")
    CommandEnvelope never(EventContext context) {
        return note(context, "never");
    }

    @OnRejection
    CommandEnvelope on(WatchCommand.Note command, Rejection why, EventContext context) {
        seen.add(command.text());
        return note(context, "answer");
    }

    private static CommandEnvelope note(EventContext context, String text) {
        return Commands.to(context.key(), new WatchCommand.Note(text));
    }
}
