package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.execution.CommandRequest;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Origin;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A command that a reaction asks for, with all that was settled before its turn.
 *
 * @param envelope the command as the reaction returned it
 * @param index its place among the commands of the reaction, from 0
 * @param origin what its events will say about where they come from
 * @param payload the payload as it would be stored; for one that came as JSON, the text given
 * @param schema the version of its shape; empty when nobody handles it
 * @param request what to decide; null when it cannot be
 * @param failure why it cannot be; null when it can
 */
record SentCommand(
        CommandEnvelope envelope,
        int index,
        Origin origin,
        Json payload,
        OptionalInt schema,
        @Nullable CommandRequest request,
        @Nullable Failure failure) {
    static int sum(Json payload) {
        CRC32C sum = new CRC32C();
        sum.update(payload.utf8());
        return (int) sum.getValue();
    }

    /** What an accepted command's events and the consumer's line say of it. */
    Origin.Sent sent() {
        return Objects.requireNonNull(origin.sent(), "sent");
    }
}
