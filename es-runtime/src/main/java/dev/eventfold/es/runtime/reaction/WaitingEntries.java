package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what waits in sequences, as much of it as is wanted. */
final class WaitingEntries {
    private static final int PAGE = 256;

    private final EventStore store;
    private final Payloads payloads;

    WaitingEntries(EventStore store, Payloads payloads) {
        this.store = store;
        this.payloads = payloads;
    }

    /** What failed. */
    WaitingEntry of(LoggedFailure failure) {
        StoredEvent logged = store.readStream(failure.stream(), failure.entry(), 1, View.DECIDED)
                .get(0);
        return entry(logged, JsonMembers.of(logged.event().data()), failure);
    }

    /** The first of those that stand in a line, its failure too. */
    List<WaitingEntry> first(SequenceLog log, WaitingLine line, int most) {
        long wanted = Math.min(most, line.size());
        List<WaitingEntry> entries = new ArrayList<>();
        long version = line.through();
        while (entries.size() < wanted) {
            List<StoredEvent> page = store.readStream(log.stream(), version + 1, PAGE, View.DECIDED);
            for (StoredEvent logged : page) {
                version = logged.version();
                if (entries.size() < wanted && stands(logged, line == log.commands())) {
                    entries.add(entry(logged, JsonMembers.of(logged.event().data()), log.pending(version)));
                }
            }
        }
        return entries;
    }

    private static boolean stands(StoredEvent logged, boolean commands) {
        String name = logged.event().name();
        if (name.equals(commands ? FailureEvents.COMMAND_PARKED : FailureEvents.EVENT_PARKED)) {
            return true;
        }
        return name.equals(commands ? FailureEvents.COMMAND_FAILED : FailureEvents.EVENT_FAILED)
                && FailureEvents.blocks(JsonMembers.of(logged.event().data()));
    }

    private WaitingEntry entry(StoredEvent logged, JsonMembers facts, @Nullable LoggedFailure failure) {
        StreamId source = StreamId.parse(facts.text("source"));
        StoredEvent event = store.readStream(source, facts.number("version"), 1, View.DECIDED)
                .get(0);
        return new WaitingEntry(
                logged, facts, failure, new EventInHand(event, payloads).forKey(payloads, facts.text("key")));
    }
}
