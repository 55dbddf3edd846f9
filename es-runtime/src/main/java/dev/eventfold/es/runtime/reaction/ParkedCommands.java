package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The commands of one process manager that wait behind a failure. */
final class ParkedCommands {
    private static final int PAGE = 256;

    private final EventStore store;
    private final StoredCommands commands;
    private final String streams;

    ParkedCommands(EventStore store, Payloads payloads, String processManager) {
        this.store = store;
        this.commands = new StoredCommands(payloads);
        this.streams = SystemStreams.deadLetters(processManager);
    }

    /** Of one sequence, in order. */
    List<CommandEnvelope> of(String sequence) {
        return envelopes(parked(new StreamId(streams, sequence)));
    }

    /** Of all sequences, in the order in which they were parked. */
    List<CommandEnvelope> all() {
        List<StoredEvent> all = new ArrayList<>();
        try (Stream<StreamId> sequences = store.streams(streams)) {
            sequences.forEach(sequence -> all.addAll(parked(sequence)));
        }
        all.sort(Comparator.comparingLong(StoredEvent::position));
        return envelopes(all);
    }

    private List<CommandEnvelope> envelopes(List<StoredEvent> parked) {
        return parked.stream()
                .map(event ->
                        commands.readable(JsonMembers.of(event.event().data()).object("command")))
                .toList();
    }

    private List<StoredEvent> parked(StreamId stream) {
        SequenceLog log = new SequenceLog(store, stream, View.DURABLE, failure -> {}).readOn();
        long left = log.commands().parkedCount();
        List<StoredEvent> parked = new ArrayList<>();
        long version = log.commands().through();
        while (parked.size() < left) {
            for (StoredEvent event : store.readStream(stream, version + 1, PAGE, View.DURABLE)) {
                version = event.version();
                if (event.event().name().equals(FailureEvents.COMMAND_PARKED) && log.pending(version) == null) {
                    parked.add(event);
                }
            }
        }
        return parked.subList(0, (int) left);
    }
}
