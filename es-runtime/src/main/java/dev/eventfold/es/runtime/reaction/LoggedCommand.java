package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.ShadowReport;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.StreamId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command that a process manager sent, as the log tells it.
 *
 * @param target the stream that it went to
 * @param command its stored name
 * @param sum CRC32C of its stored JSON
 * @param outcome what became of it
 * @param commandId its id; empty where the log does not say
 * @param events what it wrote
 */
record LoggedCommand(
        StreamId target,
        String command,
        int sum,
        ShadowReport.Outcome outcome,
        String commandId,
        List<RecordedEvent> events)
        implements ShadowReport.Sent {
    static LoggedCommand of(ConsumerMove.Unchanged unchanged) {
        return new LoggedCommand(
                unchanged.target(),
                unchanged.command(),
                unchanged.sum(),
                ShadowReport.Outcome.UNCHANGED,
                "",
                List.of());
    }

    /** The target that a failure names. */
    static StreamId target(JsonMembers command) {
        return new StreamId(command.text("aggregate"), command.text("instance"));
    }

    /** The payload that a failure holds. */
    static Json payload(JsonMembers command) {
        return Json.of(command.has("json") ? command.text("json") : command.raw("data"));
    }

    LoggedCommand with(RecordedEvent event) {
        List<RecordedEvent> more =
                Stream.concat(events.stream(), Stream.of(event)).toList();
        return new LoggedCommand(target, command, sum, outcome, commandId, more);
    }

    @Override
    public String aggregate() {
        return target.aggregate();
    }

    @Override
    public String instanceId() {
        return target.instanceId();
    }

    @Override
    public String payloadSum() {
        return String.format("%08x", sum);
    }

    @Override
    public String toString() {
        String wrote = events.stream()
                .map(event ->
                        event.event() + " " + event.aggregate() + "/" + event.instanceId() + "@" + event.version())
                .collect(Collectors.joining(", "));
        return target + " " + command + " sum=" + payloadSum() + " " + outcome + (wrote.isEmpty() ? "" : ": " + wrote);
    }
}
