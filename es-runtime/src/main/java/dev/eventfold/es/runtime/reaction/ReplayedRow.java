package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of another generation while it is derived again. What is to be stored is made after each reaction, so that one that fails leaves it as
 * it was.
 *
 * @param <P> the class of the process manager
 */
final class ReplayedRow<P> {
    private static final Effect END = Effect.end();

    private final ProcessManagerDefinition<P> definition;
    private final Payloads payloads;
    private final RowKey key;
    private final @Nullable VersionedRow before;
    private final boolean alwaysLives;
    private @Nullable P state;
    private @Nullable Json json;
    private Row.@Nullable Life life;
    private boolean broken;
    private @Nullable Waits own;

    ReplayedRow(
            ProcessManagerDefinition<P> definition,
            Payloads payloads,
            RowKey key,
            @Nullable VersionedRow before,
            boolean alwaysLives,
            boolean alone) {
        this.definition = definition;
        this.payloads = payloads;
        this.key = key;
        this.before = before;
        this.alwaysLives = alwaysLives;
        this.own = !alone
                ? null
                : before == null ? Waits.NONE : Waits.read(before.row().waits());
        this.json = before == null ? null : before.row().state();
        this.life = before == null ? null : before.row().life();
        this.broken = before != null && before.row().blocked() == Blocked.EVENTS;
    }

    boolean lives() {
        return alwaysLives || json != null;
    }

    /** Whether it fell to a reaction that failed; of meaning only where rows are of nobody's. */
    boolean broken() {
        return broken;
    }

    void breakOff() {
        broken = true;
    }

    /** What it would wait for; of meaning only where rows are of nobody's. */
    Waits waits() {
        return own == null ? Waits.NONE : own;
    }

    void setWaits(Waits waits) {
        own = waits;
    }

    /** Reacts, in user code. When it throws, the row is what it was. */
    List<Effect> give(Occasion occasion) {
        P found = state();
        state = null;
        return UserCode.run(() -> react(occasion, found));
    }

    private List<Effect> react(Occasion occasion, P found) {
        P next = Objects.requireNonNull(occasion.apply(definition, found), "the applier returned null");
        List<Effect> effects = occasion.react(definition, next);
        if (occasion.ends() || effects.contains(END)) {
            end();
        } else {
            json = payloads.write(next);
            state = next;
            life = lifeWith(occasion);
        }
        return effects;
    }

    private Row.Life lifeWith(Occasion occasion) {
        Row.Life known = life;
        return new Row.Life(
                known == null ? occasion.time() : known.since(),
                occasion.event().position());
    }

    private P state() {
        if (state != null) {
            return state;
        }
        return json == null
                ? definition.initial()
                : payloads.state(new Row(key, definition.evolution().version(), Blocked.NO, json), definition);
    }

    private void end() {
        if (!definition.keyed()) {
            throw new IllegalStateException("a process manager without key has no end");
        }
        state = null;
        json = null;
        life = null;
    }

    int bytes() {
        return json == null ? 0 : json.utf8().length;
    }

    /** What a commit makes of it, waiting for what the row in use waits for; null when it is as it was. */
    @Nullable
    RowChange change(@Nullable Row inUse) {
        Row row = row(inUse);
        if (row.state() == null && row.blocked() == Blocked.NO && row.waits() == null && row.nextDue() == null) {
            return before == null ? null : new RowChange.Remove(key, before.version());
        }
        if (before == null) {
            return new RowChange.Put(row, 0);
        }
        return row.equals(before.row()) ? null : new RowChange.Put(row, before.version());
    }

    private Row row(@Nullable Row inUse) {
        Blocked blocked = inUse == null ? Blocked.NO : inUse.blocked();
        Waits waits = waits(inUse);
        return new Row(
                key,
                definition.evolution().version(),
                broken ? Blocked.EVENTS : blocked,
                waits.nextDue(),
                waits.json(),
                json == null ? null : life,
                isInitial(blocked) ? null : json);
    }

    /** Of an instance that does not live any more only what outlives it. */
    private Waits waits(@Nullable Row inUse) {
        Waits waits = own != null ? own : inUse == null ? Waits.NONE : Waits.read(inUse.waits());
        return lives() ? waits : waits.ofEnded();
    }

    /** One that always lives has no row before it has anything to remember. */
    private boolean isInitial(Blocked blocked) {
        return alwaysLives
                && before == null
                && blocked == Blocked.NO
                && Objects.equals(json, payloads.write(definition.initial()));
    }
}
