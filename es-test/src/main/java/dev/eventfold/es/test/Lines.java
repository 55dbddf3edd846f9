package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.spi.EventType;

/** Events and commands as lines of text, which are equal when what is stored would be. */
record Lines(Codec codec) {
    /** An event of the log. */
    String of(RecordedEvent event) {
        return event.event() + " " + event.json();
    }

    /** An event that is expected. */
    String of(EventType<?> type, Object event) {
        return type.name() + " " + json(event);
    }

    /** A command with all that its sender said of it. */
    String of(CommandEnvelope command) {
        StringBuilder line = new StringBuilder();
        line.append(command.command()).append(" to ").append(command.aggregate());
        line.append('/').append(command.instanceId()).append(' ').append(json(command.payload()));
        command.commandId().ifPresent(id -> line.append(", commandId=").append(id));
        command.correlationId().ifPresent(id -> line.append(", correlationId=").append(id));
        command.actor().ifPresent(actor -> line.append(", actor=").append(actor));
        if (!command.metadata().isEmpty()) {
            line.append(", metadata=").append(command.metadata());
        }
        command.expectedVersion()
                .ifPresent(version -> line.append(", expectedVersion=").append(version));
        command.delay().ifPresent(delay -> line.append(", after=").append(delay));
        return line.toString();
    }

    /** A payload alone: of a command that came as JSON, the text given. */
    String json(Object payload) {
        return payload instanceof String json ? json : codec.write(payload).text();
    }
}
