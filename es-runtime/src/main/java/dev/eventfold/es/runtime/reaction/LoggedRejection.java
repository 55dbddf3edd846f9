package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Rejection;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.execution.LoggedEvent;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.RejectedCommand;
import org.jspecify.annotations.Nullable;

/** A rejection as {@link RejectionEvents} wrote it. */
final class LoggedRejection extends LoggedEvent implements RejectedCommand {
    private final Payloads payloads;
    private final JsonMembers facts;
    private final JsonMembers sent;
    private final @Nullable CommandType<?> type;

    private LoggedRejection(StoredEvent stored, Payloads payloads, JsonMembers facts) {
        super(stored, payloads, facts.text("key"));
        this.payloads = payloads;
        this.facts = facts;
        this.sent = facts.object("command");
        this.type = payloads.commandType(target(), sent.text("name"));
    }

    static LoggedRejection of(StoredEvent stored, Payloads payloads) {
        return new LoggedRejection(
                stored, payloads, JsonMembers.of(stored.event().data()));
    }

    /** What was written, for a dead letter that says the same. */
    JsonMembers facts() {
        return facts;
    }

    /** The sequence that sent the command. */
    String sequence() {
        return stored().stream().instanceId();
    }

    @Override
    public String target() {
        return sent.text("aggregate");
    }

    @Override
    public String command() {
        return type == null ? sent.text("name") : type.name();
    }

    @Override
    public Rejection rejection() {
        return new Rejection(facts.text("code"), facts.text("message"));
    }

    @Override
    public <C> C as(Class<C> wanted) {
        if (type == null) {
            throw new UnreadablePayload(
                    "a rejected command is of no aggregate in the program: " + placeOfCommand(), null);
        }
        Json json = Json.of(sent.has("json") ? sent.text("json") : sent.raw("data"));
        int schema = sent.has("schema")
                ? Math.toIntExact(sent.number("schema"))
                : type.evolution().version();
        try {
            return wanted.cast(payloads.storedCommand(json, schema, type));
        } catch (UnreadablePayload e) {
            throw new UnreadablePayload(
                    "a rejected command cannot be read: " + placeOfCommand() + ": " + e.getMessage(), e);
        }
    }

    private String placeOfCommand() {
        return "aggregate=" + target() + ", command=" + command() + ", " + place();
    }
}
