package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.observe.LogMessage;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row while a batch works on it: the state of an instance, and whether its sequence waits behind a failure.
 *
 * @param <P> the class of the process manager
 */
final class InstanceRow<P> {
    private static final int LARGE = 64 << 10;

    private final ProcessManagerDefinition<P> definition;
    private final Payloads payloads;
    private final RowKey key;
    private final @Nullable VersionedRow before;
    private final boolean alwaysLives;
    private final List<Occasion> reacted = new ArrayList<>();

    private boolean lives;
    private boolean stored;
    private @Nullable P state;
    private @Nullable Json sealed;
    private @Nullable Instant since;
    private boolean eventsBlocked;
    private boolean commandsBlocked;
    private final Waits waitedBefore;
    private Waits waits;

    InstanceRow(
            ProcessManagerDefinition<P> definition,
            Payloads payloads,
            RowKey key,
            @Nullable VersionedRow before,
            boolean alwaysLives) {
        this.definition = definition;
        this.payloads = payloads;
        this.key = key;
        this.before = before;
        this.alwaysLives = alwaysLives;
        this.stored = before != null && before.row().state() != null;
        this.lives = stored || alwaysLives;
        this.since = stored ? since(before) : null;
        Blocked blocked = before == null ? Blocked.NO : before.row().blocked();
        this.eventsBlocked = blocked == Blocked.EVENTS;
        this.commandsBlocked = blocked != Blocked.NO;
        this.waitedBefore =
                before == null ? Waits.NONE : Waits.read(before.row().waits());
        this.waits = waitedBefore;
    }

    private static @Nullable Instant since(@Nullable VersionedRow row) {
        Row.Life life = row == null ? null : row.row().life();
        return life == null ? null : life.since();
    }

    boolean lives() {
        return lives;
    }

    boolean eventsBlocked() {
        return eventsBlocked;
    }

    boolean commandsBlocked() {
        return commandsBlocked;
    }

    void blockEvents() {
        eventsBlocked = true;
    }

    void blockCommands() {
        commandsBlocked = true;
    }

    /** Says anew what of the sequence waits. */
    void block(boolean commands, boolean events) {
        commandsBlocked = commands;
        eventsBlocked = events;
    }

    /** What it waits for. */
    Waits waits() {
        return waits;
    }

    void setWaits(Waits waits) {
        this.waits = waits;
    }

    /** Reads the state, so that a row which cannot be read is found before user code runs. */
    void open() {
        if (stored && state == null) {
            state = read();
        }
    }

    /** Begins the instance when it does not live, and reacts. When this throws, {@link #undo} must follow. */
    List<Effect> react(Occasion occasion) {
        P current = state == null ? definition.initial() : state;
        P next = Objects.requireNonNull(occasion.apply(definition, current), "the applier returned null");
        List<Effect> effects = occasion.react(definition, next);
        state = next;
        lives = true;
        since = since == null ? occasion.event().time() : since;
        reacted.add(occasion);
        sealed = null;
        return effects;
    }

    /** Brings back the state that a failed reaction found. */
    void undo(Occasion failed, boolean livedBefore) {
        reacted.remove(failed);
        sealed = null;
        state = null;
        lives = livedBefore;
        if (!livedBefore) {
            since = null;
            return;
        }
        P again = stored ? read() : definition.initial();
        for (Occasion occasion : reacted) {
            again = reactAgain(again, occasion);
        }
        state = again;
    }

    private P reactAgain(P found, Occasion occasion) {
        try {
            P next = occasion.apply(definition, found);
            occasion.react(definition, next);
            return next;
        } catch (Exception | StackOverflowError e) {
            throw new EsException(
                    "a reaction behaved differently when it ran again, so it is not pure: " + place() + ", "
                            + occasion.event().place() + ": " + Thrown.text(e),
                    e);
        }
    }

    /** Ends the instance; what it was is gone. */
    void end() {
        lives = false;
        stored = false;
        state = null;
        sealed = null;
        since = null;
        reacted.clear();
        waits = waits.ofEnded();
    }

    /** Writes the state as JSON. Nothing reacts afterwards. */
    void seal() {
        if (state != null && !reacted.isEmpty() && sealed == null) {
            sealed = payloads.write(state);
            warnWhenLarge(sealed);
        }
    }

    /** What the commit makes of the row; null when it is as it was. */
    @Nullable
    RowChange change() {
        Json json = json();
        Blocked blocked = eventsBlocked ? Blocked.EVENTS : commandsBlocked ? Blocked.COMMANDS : Blocked.NO;
        if (before == null) {
            boolean nothing = (json == null && blocked == Blocked.NO) || (alwaysLives && isInitial(json));
            return nothing && waits.equals(Waits.NONE) ? null : put(json, blocked, 0);
        }
        if (json == null && blocked == Blocked.NO && waits.equals(Waits.NONE)) {
            return new RowChange.Remove(key, before.version());
        }
        boolean same = waits.equals(waitedBefore)
                && blocked == before.row().blocked()
                && schema() == before.row().schema()
                && Objects.equals(lives ? since : null, since(before))
                && Objects.equals(json, before.row().state());
        return same ? null : put(json, blocked, before.version());
    }

    private @Nullable Json json() {
        if (!lives) {
            return null;
        }
        VersionedRow kept = kept();
        return kept == null ? sealed : kept.row().state();
    }

    /** The version of the state that is written: one that nothing reacted on stays what it is. */
    private int schema() {
        VersionedRow kept = kept();
        return kept == null ? definition.evolution().version() : kept.row().schema();
    }

    private @Nullable VersionedRow kept() {
        return sealed == null && stored ? before : null;
    }

    /** Said when it grows large, not with each change afterwards. */
    private void warnWhenLarge(Json json) {
        Json stateBefore = before == null ? null : before.row().state();
        int bytesBefore = stateBefore == null ? 0 : stateBefore.utf8().length;
        if (json.utf8().length > LARGE && bytesBefore <= LARGE) {
            LogMessage.STATE_IS_LARGE.log("the state of a process instance is large, and each change writes all of it: "
                    + place() + ", bytes=" + json.utf8().length);
        }
    }

    private boolean isInitial(@Nullable Json json) {
        return json == null || json.equals(payloads.write(definition.initial()));
    }

    private RowChange put(@Nullable Json json, Blocked blocked, long expectedVersion) {
        Row row = new Row(key, schema(), blocked, waits.nextDue(), waits.json(), json == null ? null : life(), json);
        return new RowChange.Put(row, expectedVersion);
    }

    private Row.@Nullable Life life() {
        if (since == null || reacted.isEmpty()) {
            return before == null || !stored ? null : before.row().life();
        }
        return new Row.Life(since, reacted.get(reacted.size() - 1).event().position());
    }

    private P read() {
        return StoredState.read(payloads, definition, Objects.requireNonNull(before, "before"));
    }

    private String place() {
        return "processManager=" + key.processManager() + ", key=" + key.key();
    }
}
