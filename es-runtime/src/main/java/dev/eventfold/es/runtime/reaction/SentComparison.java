package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.spi.CommandType;
import org.jspecify.annotations.Nullable;

/** Compares commands that would be sent with those that were, and notes what it finds. For one thread at a time. */
final class SentComparison {
    private final Payloads payloads;
    private final ShadowFindings findings;

    SentComparison(Payloads payloads, ShadowFindings findings) {
        this.payloads = payloads;
        this.findings = findings;
    }

    /** Of one place among the commands for an event and an instance; null for nothing. */
    void compare(RecordedEvent event, String key, int index, @Nullable SentCommand would, @Nullable LoggedCommand was) {
        if (would != null && was != null && isSame(would, was)) {
            findings.same();
        } else {
            findings.different(event, key, index, would == null ? null : inFull(would), was);
        }
    }

    /** Something was sent, and nothing would be; of more than are listed. */
    void countUnasked() {
        findings.countDifferent();
    }

    /** With the payload as it would be stored. */
    private static CommandEnvelope inFull(SentCommand command) {
        CommandEnvelope envelope = command.envelope();
        CommandEnvelope stored = CommandEnvelope.ofJson(
                envelope.aggregate(),
                envelope.instanceId(),
                envelope.command(),
                command.payload().text());
        return envelope.delay().map(stored::after).orElse(stored);
    }

    private boolean isSame(SentCommand now, LoggedCommand then) {
        CommandEnvelope envelope = now.envelope();
        return envelope.delay().isEmpty()
                && envelope.aggregate().equals(then.aggregate())
                && envelope.instanceId().equals(then.instanceId())
                && presentName(then.aggregate(), envelope.command())
                        .equals(presentName(then.aggregate(), then.command()))
                && now.sent().sum() == then.sum();
    }

    private String presentName(String aggregate, String command) {
        @Nullable CommandType<?> type = payloads.commandType(aggregate, command);
        return type == null ? command : type.name();
    }
}
