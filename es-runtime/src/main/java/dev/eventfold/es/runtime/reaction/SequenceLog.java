package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What failed and what waits in one sequence, as its stream tells: the events of {@link FailureEvents} and {@link RetryEvents}, one after the
 * other. Holds what is pending, not what is past. For one thread at a time.
 */
final class SequenceLog {
    private static final int PAGE = 256;

    private final EventStore store;
    private final StreamId stream;
    private final View view;
    private final Consumer<LoggedFailure> failures;
    private final WaitingLine commands = new WaitingLine();
    private final WaitingLine events = new WaitingLine();
    private final Map<Long, LoggedFailure> pending = new HashMap<>();
    private long version;

    /** With {@code failures}, who hears of each failure when it happens, and may keep it to see what becomes of it. */
    SequenceLog(EventStore store, StreamId stream, View view, Consumer<LoggedFailure> failures) {
        this.store = store;
        this.stream = stream;
        this.view = view;
        this.failures = failures;
    }

    /** Reads what was written since the last call. */
    SequenceLog readOn() {
        List<StoredEvent> page;
        do {
            page = store.readStream(stream, version + 1, PAGE, view);
            page.forEach(this::add);
        } while (page.size() == PAGE);
        return this;
    }

    /** The name of the sequence. */
    String sequence() {
        return stream.instanceId();
    }

    StreamId stream() {
        return stream;
    }

    /** The commands that wait. */
    WaitingLine commands() {
        return commands;
    }

    /** The events that wait: logically behind all commands. */
    WaitingLine events() {
        return events;
    }

    /** A failure that waits to be worked off. */
    @Nullable
    LoggedFailure pending(long entry) {
        return pending.get(entry);
    }

    /** All of them, in no order. */
    Collection<LoggedFailure> pending() {
        return pending.values();
    }

    /** Whether something stands in a line that nothing holds up. */
    boolean isFree(WaitingLine line) {
        return line.isFree();
    }

    /** What of a sequence a failure stands in the way of; null when nothing waits behind it. */
    @Nullable
    WaitingLine lineOf(LoggedFailure failure) {
        WaitingLine line = failure.ofCommand() ? commands : events;
        return line.failure() == failure ? line : null;
    }

    private void add(StoredEvent event) {
        version = event.version();
        switch (event.event().name()) {
            case FailureEvents.EVENT_FAILED -> failed(event, events, false);
            case FailureEvents.COMMAND_FAILED -> failed(event, commands, true);
            case FailureEvents.EVENT_PARKED -> events.parked();
            case FailureEvents.COMMAND_PARKED -> commands.parked();
            case RetryEvents.RETRIED -> ended(event).retried();
            case RetryEvents.EVICTED -> ended(event).evicted(version);
            case RetryEvents.RELEASED -> released(RetryEvents.entries(event), line(event));
            case RetryEvents.FAILED_AGAIN -> failedAgain(event);
            default -> throw new IllegalStateException("not an event of dead letters: " + event);
        }
    }

    private WaitingLine line(StoredEvent outcome) {
        return RetryEvents.ofCommands(outcome) ? commands : events;
    }

    private void failed(StoredEvent event, WaitingLine line, boolean ofCommand) {
        LoggedFailure failure = new LoggedFailure(version, ofCommand, event);
        if (failure.blocks()) {
            line.failed(failure);
        }
        add(failure);
    }

    private void add(LoggedFailure failure) {
        pending.put(failure.entry(), failure);
        failures.accept(failure);
    }

    private LoggedFailure ended(StoredEvent outcome) {
        LoggedFailure failure = pending.remove(RetryEvents.entry(outcome));
        if (failure == null) {
            throw new IllegalStateException("nothing waits that this could be about: " + outcome);
        }
        free(failure);
        return failure;
    }

    private void free(LoggedFailure failure) {
        WaitingLine line = lineOf(failure);
        if (line != null) {
            line.freed();
        }
    }

    private static void released(long[] entries, WaitingLine line) {
        line.released(entries.length, entries[entries.length - 1]);
    }

    private void failedAgain(StoredEvent event) {
        LoggedFailure known = pending.get(RetryEvents.entry(event));
        if (known == null) {
            LoggedFailure failure = new LoggedFailure(RetryEvents.entry(event), RetryEvents.ofCommands(event), event);
            line(event).failedInTurn(failure);
            add(failure);
            return;
        }
        known.failedAgain(event);
        if (!known.blocks()) {
            free(known);
        }
    }
}
