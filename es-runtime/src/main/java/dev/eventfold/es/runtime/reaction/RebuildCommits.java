package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Begins rebuilds, and removes the rows that they leave behind, in commits of bounded size. */
final class RebuildCommits {
    private static final int MOST = 1_000;

    private final LogHost host;
    private final RegistrationEvents events;

    RebuildCommits(LogHost host, RegistrationEvents events) {
        this.host = host;
        this.events = events;
    }

    /** Says that a generation is being made, so that its rows are found when nobody ends it. */
    void begin(String keptAs, int generation) {
        commit(draft -> draft.add(events.rebuildBegun(keptAs, generation)), List.of());
    }

    /** Says that a generation is in use. */
    StreamAppend switched(String keptAs, int generation) {
        return events.rebuilt(keptAs, generation);
    }

    /** Removes what rebuilds left that nobody ended, but for one generation. */
    void removeLeftovers(Registration kept, int but) {
        for (int generation : kept.leftovers()) {
            if (generation != but) {
                removeRows(kept.keptAs(), generation, kept.generation());
            }
        }
    }

    /** Removes the rows of a generation that is not in use, and what was written of how far it, or the one in use, had come. */
    void removeRows(String keptAs, int generation, int inUse) {
        List<RowChange> some = new ArrayList<>();
        try (Stream<RowKey> keys = host.store().rows(keptAs, generation)) {
            for (RowKey key : (Iterable<RowKey>) keys::iterator) {
                Optional<VersionedRow> row = host.store().row(key);
                row.ifPresent(found -> some.add(new RowChange.Remove(key, found.version())));
                if (some.size() == MOST) {
                    commit(draft -> {}, some);
                    some.clear();
                }
            }
        }
        RebuildCheckpoints.find(host.store(), keptAs)
                .filter(checkpoint -> checkpoint.generation() == generation || checkpoint.generation() == inUse)
                .flatMap(checkpoint -> RebuildCheckpoints.remove(host.store(), keptAs))
                .ifPresent(some::add);
        commit(draft -> draft.add(events.rowsRemoved(keptAs, generation)), some);
    }

    private void commit(Consumer<Draft> drafting, List<RowChange> changes) {
        Decider decider = host.decider();
        long commit;
        decider.turn().lock();
        try {
            Draft draft = decider.draft();
            drafting.accept(draft);
            CommitOutcome outcome = decider.commit(draft, changes, null);
            if (!(outcome instanceof Committed committed)) {
                throw new StoreFailed("a rebuild cannot be written: " + outcome, null);
            }
            commit = committed.commit();
        } finally {
            decider.turn().unlock();
        }
        decider.awaitDurable(commit);
    }
}
