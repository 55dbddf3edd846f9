package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.FailedCommand;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Writes dead letters as JSON Lines, for other programs. */
final class DeadLetterExport {
    private static final Json NULL = Json.of("null");

    private final Payloads payloads;

    DeadLetterExport(Payloads payloads) {
        this.payloads = payloads;
    }

    void write(DeadLetter letter, Appendable target) {
        JsonWriter line = new JsonWriter();
        if (letter instanceof FailedCommand failed) {
            line.raw("envelope", envelope(failed.command()));
        } else {
            line.raw("envelope", NULL).raw("event", event(letter.event()));
        }
        line.text("error", letter.error()).number("ts", letter.lastTime().getEpochSecond());
        try {
            target.append(line.json().text()).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a dead letter cannot be exported: consumer=" + letter.processManager() + ", id=" + letter.id(), e);
        }
    }

    private Json envelope(CommandEnvelope command) {
        return new JsonWriter()
                .text("aggregate_type", command.aggregate())
                .text("instance_id", command.instanceId())
                .raw("command", typed(command.command(), (String) command.payload()))
                .raw("context", context(command.actor(), command.correlationId(), command.metadata()))
                .json();
    }

    private Json event(RecordedEvent event) {
        return new JsonWriter()
                .text("aggregate_type", event.aggregate())
                .text("instance_id", event.instanceId())
                .raw("event", typed(event.event(), event.json()))
                .raw("context", context(event.actor(), Optional.of(event.correlationId()), event.metadata()))
                .json();
    }

    private Json typed(String type, String data) {
        JsonWriter typed = new JsonWriter().text("type", type);
        if (!payloads.isJson(data)) {
            return typed.text("data", data).json();
        }
        // Between the tokens of JSON a line break is a space; within them there is none.
        return typed.raw("data", Json.of(data.replace('\n', ' ').replace('\r', ' ')))
                .json();
    }

    private static Json context(Optional<String> actor, Optional<String> correlation, Map<String, String> metadata) {
        JsonWriter context = new JsonWriter();
        text(context, "actor", actor);
        text(context, "correlation_id", correlation);
        if (metadata.isEmpty()) {
            return context.raw("metadata", NULL).json();
        }
        return context.texts("metadata", metadata).json();
    }

    private static void text(JsonWriter json, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> json.text(name, text), () -> json.raw(name, NULL));
    }
}
