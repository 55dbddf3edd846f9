package dev.eventfold.es;

import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.Ids;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * "This command, to that instance": the one way to say it, for callers ({@code store.execute}) and for reactions alike.
 *
 * <p>Made by the generated {@code Commands.to}, or by {@link #ofJson} for what comes from outside. Immutable, safe to share, equal by
 * value; the {@code with…} methods return copies.
 */
public final class CommandEnvelope implements Effect {
    private static final long ANY_VERSION = -1;

    private final String aggregate;
    private final String instanceId;
    private final String command;
    private final Object payload;
    private final @Nullable String commandId;
    private final @Nullable String correlationId;
    private final @Nullable String actor;
    private final Map<String, String> metadata;
    private final long expectedVersion;
    private final @Nullable Duration delay;

    private CommandEnvelope(Draft draft) {
        this.aggregate = draft.aggregate;
        this.instanceId = draft.instanceId;
        this.command = draft.command;
        this.payload = draft.payload;
        this.commandId = draft.commandId;
        this.correlationId = draft.correlationId;
        this.actor = draft.actor;
        this.metadata = draft.metadata;
        this.expectedVersion = draft.expectedVersion;
        this.delay = draft.delay;
    }

    /**
     * For generated code: the envelope of a command object.
     *
     * @param <C> the class of the command
     * @param type the command's aggregate, stored name and class
     * @param instanceId the instance it is for
     * @param payload the command
     * @return the envelope
     * @throws IllegalArgumentException when the instance id is not well-formed Unicode of at most 1,024 UTF-8 bytes
     */
    public static <C> CommandEnvelope of(CommandType<C> type, String instanceId, C payload) {
        return new CommandEnvelope(new Draft(type.aggregate(), instanceId, type.name(), payload));
    }

    /**
     * A command from outside: HTTP, a queue, another language. Names and payload are looked up when it is executed, not here: an
     * unknown name or a payload that does not fit is an error of {@code execute}, and a dead letter when a process manager sent it.
     *
     * @param aggregate the stored name of the aggregate
     * @param instanceId the instance it is for
     * @param commandName the stored name of the command
     * @param json the command as JSON
     * @return the envelope
     * @throws IllegalArgumentException when the instance id is not well-formed Unicode of at most 1,024 UTF-8 bytes
     */
    public static CommandEnvelope ofJson(String aggregate, String instanceId, String commandName, String json) {
        return new CommandEnvelope(new Draft(aggregate, instanceId, commandName, json));
    }

    /**
     * The aggregate that handles the command.
     *
     * @return its stored name
     */
    public String aggregate() {
        return aggregate;
    }

    /**
     * The instance that the command is for.
     *
     * @return its id, as text
     */
    public String instanceId() {
        return instanceId;
    }

    /**
     * The command's name.
     *
     * @return the stored name
     */
    public String command() {
        return command;
    }

    /**
     * The command itself.
     *
     * @return the command object, or the JSON text given to {@link #ofJson}
     */
    public Object payload() {
        return payload;
    }

    /**
     * The id that was given.
     *
     * @return empty when the store is to make one
     */
    public Optional<String> commandId() {
        return Optional.ofNullable(commandId);
    }

    /**
     * The id of the whole flow.
     *
     * @return empty to inherit it from the event reacted to, or, for a first command, to take its command id
     */
    public Optional<String> correlationId() {
        return Optional.ofNullable(correlationId);
    }

    /**
     * Who asked for it.
     *
     * @return empty when unset
     */
    public Optional<String> actor() {
        return Optional.ofNullable(actor);
    }

    /**
     * Free entries that are stored with the events and flow on to what they cause.
     *
     * @return unmodifiable, in the order added
     */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * The version that the stream must have.
     *
     * @return empty for any
     */
    public OptionalLong expectedVersion() {
        return expectedVersion == ANY_VERSION ? OptionalLong.empty() : OptionalLong.of(expectedVersion);
    }

    /**
     * How long after the event being reacted to it is sent.
     *
     * @return empty when it is sent at once
     */
    public Optional<Duration> delay() {
        return Optional.ofNullable(delay);
    }

    /**
     * A copy that counts once in its target stream, for ever: the same id to the same instance again writes nothing and gives the first
     * result, whatever the payload. A command that was rejected or produced no event left nothing, and is decided again.
     *
     * @param commandId not empty, well-formed Unicode of at most 1,024 UTF-8 bytes
     * @return the copy
     */
    public CommandEnvelope withCommandId(String commandId) {
        Draft draft = new Draft(this);
        draft.commandId = Ids.requireNotEmpty("command id", commandId);
        return new CommandEnvelope(draft);
    }

    /**
     * A copy in the flow of that id.
     *
     * @param correlationId not empty, well-formed Unicode of at most 1,024 UTF-8 bytes
     * @return the copy
     */
    public CommandEnvelope withCorrelationId(String correlationId) {
        Draft draft = new Draft(this);
        draft.correlationId = Ids.requireNotEmpty("correlation id", correlationId);
        return new CommandEnvelope(draft);
    }

    /**
     * A copy that says who asked.
     *
     * @param actor not empty, well-formed Unicode of at most 1,024 UTF-8 bytes
     * @return the copy
     */
    public CommandEnvelope withActor(String actor) {
        Draft draft = new Draft(this);
        draft.actor = Ids.requireNotEmpty("actor", actor);
        return new CommandEnvelope(draft);
    }

    /**
     * A copy with one entry more; an entry of that key is replaced.
     *
     * @param key well-formed Unicode
     * @param value well-formed Unicode
     * @return the copy
     */
    public CommandEnvelope withMetadata(String key, String value) {
        Draft draft = new Draft(this);
        Map<String, String> entries = new LinkedHashMap<>(metadata);
        entries.put(Ids.requireWellFormed("metadata key", key), Ids.requireWellFormed("metadata value", value));
        draft.metadata = Collections.unmodifiableMap(entries);
        return new CommandEnvelope(draft);
    }

    /**
     * A copy that is executed only while its stream has that version; else {@link VersionConflict}.
     *
     * @param expectedVersion the number of events in the stream; 0 when the instance must be new
     * @return the copy
     */
    public CommandEnvelope withExpectedVersion(long expectedVersion) {
        if (expectedVersion < 0) {
            throw new IllegalArgumentException(
                    "expected version must not be negative: expectedVersion=" + expectedVersion);
        }
        Draft draft = new Draft(this);
        draft.expectedVersion = expectedVersion;
        return new CommandEnvelope(draft);
    }

    /**
     * A copy that is sent some time after the event being reacted to; of a timeout, after the time that it was due. Only in a reaction's result:
     * {@code execute} refuses it. It is kept in the same commit as everything else that the reaction asks for, sent once, and sent though its
     * instance has ended meanwhile.
     *
     * @param delay not negative
     * @return the copy
     * @throws IllegalArgumentException when the delay is negative
     */
    public CommandEnvelope after(Duration delay) {
        if (Objects.requireNonNull(delay, "delay").isNegative()) {
            throw new IllegalArgumentException(
                    "a command cannot be sent before its event: command=" + command + ", delay=" + delay);
        }
        Draft draft = new Draft(this);
        draft.delay = delay;
        return new CommandEnvelope(draft);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommandEnvelope that
                && aggregate.equals(that.aggregate)
                && instanceId.equals(that.instanceId)
                && command.equals(that.command)
                && payload.equals(that.payload)
                && Objects.equals(commandId, that.commandId)
                && Objects.equals(correlationId, that.correlationId)
                && Objects.equals(actor, that.actor)
                && metadata.equals(that.metadata)
                && expectedVersion == that.expectedVersion
                && Objects.equals(delay, that.delay);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                aggregate,
                instanceId,
                command,
                payload,
                commandId,
                correlationId,
                actor,
                metadata,
                expectedVersion,
                delay);
    }

    @Override
    public String toString() {
        return command + " to " + aggregate + "/" + instanceId + ": " + payload
                + (delay == null ? "" : " after " + delay);
    }

    /** The fields of an envelope on their way into one. */
    private static final class Draft {
        private final String aggregate;
        private final String instanceId;
        private final String command;
        private final Object payload;
        private @Nullable String commandId;
        private @Nullable String correlationId;
        private @Nullable String actor;
        private Map<String, String> metadata = Map.of();
        private long expectedVersion = ANY_VERSION;
        private @Nullable Duration delay;

        Draft(String aggregate, String instanceId, String command, Object payload) {
            this.aggregate = Objects.requireNonNull(aggregate, "aggregate");
            this.instanceId = Ids.require("instance id", instanceId);
            this.command = Objects.requireNonNull(command, "command");
            this.payload = Objects.requireNonNull(payload, "payload");
        }

        Draft(CommandEnvelope from) {
            this.aggregate = from.aggregate;
            this.instanceId = from.instanceId;
            this.command = from.command;
            this.payload = from.payload;
            this.commandId = from.commandId;
            this.correlationId = from.correlationId;
            this.actor = from.actor;
            this.metadata = from.metadata;
            this.expectedVersion = from.expectedVersion;
            this.delay = from.delay;
        }
    }
}
