package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is left of the delayed commands of a shadow replay when the log has no more to tell: the code of today would have sent those that are due,
 * unless that of then has one waiting at the same place, which just was not sent yet. For one thread at a time.
 *
 * @param <P> the class of the process manager
 */
final class ShadowWaits<P> {
    private static final int SOME = 1_000;

    private final EventStore store;
    private final RowKey anyInUse;
    private final RowKey any;
    private final ScratchRows scratch;
    private final ReplayedRows<P> rows;
    private final ShadowDelays<P> delays;
    private final Function<EventInHand, String> sequence;

    /** With a row of those in use and one of the replay's, of any key. */
    ShadowWaits(
            EventStore store,
            RowKey anyInUse,
            RowKey any,
            ScratchRows scratch,
            ReplayedRows<P> rows,
            ShadowDelays<P> delays,
            Function<EventInHand, String> sequence) {
        this.store = store;
        this.anyInUse = anyInUse;
        this.any = any;
        this.scratch = scratch;
        this.rows = rows;
        this.delays = delays;
        this.sequence = sequence;
    }

    /**
     * Compares them.
     *
     * @param until the last time that counts as due
     * @param followNew hears that the process manager may have gone on meanwhile
     */
    void compare(Instant until, Runnable followNew) {
        rows.flush();
        for (List<Row> due = scratch.due(any, until, SOME); !due.isEmpty(); due = scratch.due(any, until, SOME)) {
            due.forEach(row -> compare(row.key().key(), until, followNew));
            rows.flush();
        }
    }

    private void compare(String key, Instant until, Runnable followNew) {
        for (DelayedCommand asked : rows.instance(key).waits().commands()) {
            if (asked.due().isAfter(until)) {
                continue;
            }
            boolean waits = waitsInUse(asked);
            if (!waits) {
                followNew.run();
            }
            ReplayedRow<P> row = rows.instance(key);
            if (row.waits().commands().contains(asked)) {
                row.setWaits(row.waits().without(asked));
                if (!waits) {
                    delays.compare(asked, null);
                }
            }
        }
    }

    private boolean waitsInUse(DelayedCommand asked) {
        JsonMembers about = JsonMembers.of(asked.about());
        String name = sequence.apply(delays.event(about));
        Optional<VersionedRow> inUse = store.row(new RowKey(anyInUse.processManager(), anyInUse.generation(), name));
        return inUse.stream()
                .flatMap(row -> Waits.read(row.row().waits()).commands().stream())
                .map(one -> JsonMembers.of(one.about()))
                .anyMatch(one -> one.number("position") == about.number("position")
                        && one.number("index") == about.number("index"));
    }
}
