package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.Versioned;
import dev.eventfold.es.runtime.execution.DecidedState;
import dev.eventfold.es.runtime.execution.Histories;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.Ids;
import java.util.Objects;
import java.util.stream.Stream;

/** What a store shows of its log: states, streams and events that are durable. */
final class StoreReads {
    private final EventStore store;
    private final Program program;
    private final Histories histories;
    private final LoggedEvents events;

    StoreReads(EventStore store, Program program, Payloads payloads, Histories histories) {
        this.store = store;
        this.program = program;
        this.histories = histories;
        this.events = new LoggedEvents(store, payloads);
    }

    <A> Versioned<A> load(Class<A> aggregate, String instanceId) {
        var model = program.aggregate(Objects.requireNonNull(aggregate, "aggregate"));
        StreamId stream = new StreamId(model.name(), Ids.require("instance id", instanceId));
        DecidedState<A> folded = histories.fold(model, stream, View.DURABLE);
        return new Versioned<>(folded.state(), folded.version());
    }

    Stream<String> streams(String aggregate) {
        return Objects.requireNonNull(aggregate, "aggregate").startsWith("$")
                ? Stream.empty()
                : store.streams(aggregate).map(StreamId::instanceId);
    }

    Stream<RecordedEvent> events(String aggregate, String instanceId) {
        return events.of(new StreamId(aggregate, Ids.require("instance id", instanceId)));
    }

    Stream<RecordedEvent> events(int partition, long afterPosition) {
        if (partition < 0 || partition >= store.partitions() || afterPosition < 0) {
            throw new IllegalArgumentException("there are no such events: partition=" + partition + ", partitions="
                    + store.partitions() + ", afterPosition=" + afterPosition + "; both are counted from 0");
        }
        return events.after(partition, afterPosition);
    }
}
