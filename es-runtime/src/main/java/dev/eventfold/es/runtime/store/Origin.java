package dev.eventfold.es.runtime.store;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from: the command that it answers, and the flow that the command belongs to.
 *
 * @param commandId the command's id
 * @param correlationId the flow; equal to the command id for a first command
 * @param causationId the id of the event that caused the command; equal to the command id for a first command
 * @param sent the command as a process manager sent it; null for a caller's
 * @param actor who asked; null when nobody said
 * @param metadata free entries, in order
 */
public record Origin(
        String commandId,
        String correlationId,
        String causationId,
        @Nullable Sent sent,
        @Nullable String actor,
        Map<String, String> metadata) {
    /** Checks that nothing is missing. */
    public Origin {
        Objects.requireNonNull(commandId, "commandId");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(causationId, "causationId");
        Objects.requireNonNull(metadata, "metadata");
    }

    /**
     * What a consumer sent, as replays compare it.
     *
     * @param by the sender: {@code consumer/key}
     * @param command the command's stored name
     * @param sum CRC32C of the command's stored JSON
     */
    public record Sent(String by, String command, int sum) {
        /** Checks that nothing is missing. */
        public Sent {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(command, "command");
        }
    }
}
