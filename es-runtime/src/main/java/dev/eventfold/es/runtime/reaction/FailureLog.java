package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The failures of one process manager, in the order in which they happened, read anew with each call. */
final class FailureLog {
    /** How many to hold at a time. */
    private static final int WINDOW = 1 << 16;

    private final EventStore store;
    private final String consumer;
    private final View view;

    FailureLog(EventStore store, String consumer, View view) {
        this.store = store;
        this.consumer = consumer;
        this.view = view;
    }

    /** Those that wait to be worked off, in sequences of some names. */
    List<LoggedFailure> pending(Predicate<String> sequences) {
        List<LoggedFailure> pending = new ArrayList<>();
        try (Stream<StreamId> streams = streams(sequences)) {
            streams.forEach(stream -> pending.addAll(read(stream, failure -> {}).pending()));
        }
        pending.sort(Comparator.comparingLong(LoggedFailure::position));
        return pending;
    }

    /** The names of the sequences in which some wait, in the order of the first. */
    Set<String> pendingSequences() {
        return pending(sequence -> true).stream()
                .map(failure -> failure.stream().instanceId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All of them, read as the stream is consumed. */
    Stream<LoggedFailure> all() {
        return Stream.iterate(
                        after(0),
                        window -> !window.isEmpty(),
                        window -> window.size() < WINDOW
                                ? List.of()
                                : after(window.get(WINDOW - 1).position()))
                .flatMap(List::stream);
    }

    /** The first ones after a position. What is before them or behind is read, but not kept. */
    private List<LoggedFailure> after(long position) {
        TreeMap<Long, LoggedFailure> window = new TreeMap<>();
        try (Stream<StreamId> streams = streams(sequence -> true)) {
            streams.forEach(stream -> read(stream, failure -> {
                if (failure.position() > position) {
                    window.put(failure.position(), failure);
                }
                if (window.size() > WINDOW) {
                    window.pollLastEntry();
                }
            }));
        }
        return List.copyOf(window.values());
    }

    /** Whether one of them stops a process manager. */
    boolean stops() {
        return pending(sequence -> true).stream().anyMatch(LoggedFailure::stops);
    }

    /** One of them; null when there is none of that name. */
    @Nullable
    LoggedFailure find(String sequence, long entry) {
        LoggedFailure[] found = new LoggedFailure[1];
        read(new StreamId(SystemStreams.deadLetters(consumer), sequence), failure -> {
            found[0] = failure.entry() == entry ? failure : found[0];
        });
        return found[0];
    }

    /** What to throw for one that was taken to be pending. */
    EsException notPending(String sequence, long entry) {
        LoggedFailure failure = find(sequence, entry);
        String place = "consumer=" + consumer + ", id=" + sequence + "/" + entry;
        return failure == null
                ? new EsException("there is no such dead letter: " + place)
                : new EsException("a dead letter is not pending any more: " + place + ", state=" + failure.state());
    }

    private Stream<StreamId> streams(Predicate<String> sequences) {
        return store.streams(SystemStreams.deadLetters(consumer)).filter(stream -> sequences.test(stream.instanceId()));
    }

    private SequenceLog read(StreamId stream, Consumer<LoggedFailure> failures) {
        return new SequenceLog(store, stream, view, failures).readOn();
    }
}
