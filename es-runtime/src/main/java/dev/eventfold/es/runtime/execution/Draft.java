package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The events of a commit that is still being decided. For the thread whose turn it is. */
public final class Draft {
    private final List<StreamAppend> appends = new ArrayList<>();
    private final Map<StreamId, List<EventInHand>> decided = new HashMap<>();
    private long position;

    Draft(long head) {
        this.position = head;
    }

    /**
     * Where the log will end with what is in here.
     *
     * @return the position of the last event
     */
    public long position() {
        return position;
    }

    /**
     * Adds events that are not decided by an aggregate.
     *
     * @param append the events
     */
    public void add(StreamAppend append) {
        appends.add(append);
        position += append.events().size();
    }

    /** Adds what an aggregate decided, and keeps the list. */
    void add(StreamAppend append, List<EventInHand> events) {
        add(append);
        decided.merge(append.stream(), events, Draft::joined);
    }

    private static List<EventInHand> joined(List<EventInHand> before, List<EventInHand> more) {
        before.addAll(more);
        return before;
    }

    List<StreamAppend> appends() {
        return appends;
    }

    /** What is decided here on top of the log. */
    List<EventInHand> decided(StreamId stream) {
        return decided.getOrDefault(stream, List.of());
    }

    boolean holds(StreamId stream, String commandId) {
        for (StreamAppend append : appends) {
            if (append.stream().equals(stream) && append.commandId().equals(commandId)) {
                return true;
            }
        }
        return false;
    }

    /** Streams whose cached states run ahead of the log by what is in here, or lack what no aggregate decided. */
    Set<StreamId> streams() {
        return appends.stream().map(StreamAppend::stream).collect(Collectors.toSet());
    }

    /**
     * Whether it has nothing to write.
     *
     * @return true when it has no event
     */
    public boolean isEmpty() {
        return appends.isEmpty();
    }

    /**
     * How much its events weigh.
     *
     * @return the bytes of their payloads
     */
    public long bytes() {
        long bytes = 0;
        for (StreamAppend append : appends) {
            for (NewEvent event : append.events()) {
                bytes += event.data().utf8().length;
            }
        }
        return bytes;
    }
}
