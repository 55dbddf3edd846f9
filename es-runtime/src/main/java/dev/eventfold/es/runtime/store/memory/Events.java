package dev.eventfold.es.runtime.store.memory;

import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.DuplicateCommand;
import dev.eventfold.es.runtime.store.CommitOutcome.VersionConflict;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events in the order of the log, by stream, and by the command that wrote them. Guarded by the store's lock. */
final class Events {
    private final List<StoredEvent> log = new ArrayList<>();
    private final Map<StreamId, List<StoredEvent>> streams = new HashMap<>();
    private final Map<Command, List<StoredEvent>> results = new HashMap<>();

    private record Command(StreamId stream, String id) {}

    /** The last position. */
    long head() {
        return log.size();
    }

    /** The version of a stream; 0 when there is none. */
    long version(StreamId stream) {
        return streams.getOrDefault(stream, List.of()).size();
    }

    /** Why some may not be added; null when they may. */
    @Nullable
    CommitOutcome refusal(List<StreamAppend> appends) {
        CommitOutcome refusal = duplicate(appends);
        return refusal != null ? refusal : conflict(appends);
    }

    private @Nullable CommitOutcome duplicate(List<StreamAppend> appends) {
        for (StreamAppend append : appends) {
            List<StoredEvent> first = results.get(new Command(append.stream(), append.commandId()));
            if (append.once() && first != null) {
                return new DuplicateCommand(first);
            }
        }
        return null;
    }

    private @Nullable CommitOutcome conflict(List<StreamAppend> appends) {
        Map<StreamId, Long> versions = new HashMap<>();
        for (StreamAppend append : appends) {
            long version = versions.computeIfAbsent(append.stream(), this::version);
            if (!append.expected().allows(version)) {
                return new VersionConflict(append.stream(), version);
            }
            versions.put(append.stream(), version + append.events().size());
        }
        return null;
    }

    /** Adds events at the end; gives them as stored. */
    List<StoredEvent> add(StreamAppend append) {
        List<StoredEvent> stream = streams.computeIfAbsent(append.stream(), id -> new ArrayList<>());
        List<StoredEvent> written = new ArrayList<>();
        for (NewEvent event : append.events()) {
            StoredEvent stored =
                    new StoredEvent(0, log.size() + 1L, append.stream(), stream.size() + 1L, written.size(), event);
            log.add(stored);
            stream.add(stored);
            written.add(stored);
        }
        results.putIfAbsent(new Command(append.stream(), append.commandId()), List.copyOf(written));
        return written;
    }

    List<StoredEvent> after(long position, int maxEvents, long maxBytes) {
        List<StoredEvent> events = new ArrayList<>();
        long bytes = 0;
        for (StoredEvent event : slice(log, position, maxEvents)) {
            bytes += event.event().data().utf8().length;
            if (bytes > maxBytes && !events.isEmpty()) {
                break;
            }
            events.add(event);
        }
        return List.copyOf(events);
    }

    List<StoredEvent> of(StreamId stream, long fromVersion, int maxEvents) {
        return List.copyOf(slice(streams.getOrDefault(stream, List.of()), fromVersion - 1, maxEvents));
    }

    private static List<StoredEvent> slice(List<StoredEvent> events, long skip, int most) {
        if (skip < 0 || most < 1) {
            throw new IllegalArgumentException("nothing can be read so: skip=" + skip + ", most=" + most);
        }
        int from = (int) Math.min(skip, events.size());
        return events.subList(from, from + Math.min(most, events.size() - from));
    }

    /** The streams of an aggregate as they are now, by instance id. */
    Stream<StreamId> streams(String aggregate) {
        return streams.keySet().stream()
                .filter(stream -> stream.aggregate().equals(aggregate))
                .sorted(Comparator.comparing(StreamId::instanceId))
                .toList()
                .stream();
    }

    /** What a command wrote first; empty when it is new in its stream. */
    List<StoredEvent> firstResult(StreamId stream, String commandId) {
        return results.getOrDefault(new Command(stream, commandId), List.of());
    }
}
