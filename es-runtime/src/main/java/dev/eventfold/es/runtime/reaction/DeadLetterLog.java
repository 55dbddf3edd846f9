package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.DeadLetter.State;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The failures of one process manager, read from its system streams. */
final class DeadLetterLog implements DeadLetters {
    private static final int PAGE = 256;

    private final EventStore store;
    private final String processManager;
    private final DeadLetterReader reader;

    DeadLetterLog(EventStore store, Payloads payloads, String processManager) {
        this.store = store;
        this.processManager = processManager;
        this.reader = new DeadLetterReader(store, payloads, processManager);
    }

    @Override
    public List<DeadLetter> list() {
        return all().filter(letter -> letter.state() == State.PENDING).toList();
    }

    @Override
    public Stream<DeadLetter> all() {
        return failures().stream().map(failure -> reader.letter(failure.event(), failure.parkedBehind()));
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        int slash = id.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        StreamId stream = new StreamId(SystemStreams.deadLetters(processManager), id.substring(0, slash));
        String version = id.substring(slash + 1);
        return failures(stream).stream()
                .filter(failure -> Long.toString(failure.event().version()).equals(version))
                .map(failure -> reader.letter(failure.event(), failure.parkedBehind()))
                .findFirst();
    }

    /** Whether a process manager that stops at failures has one to wait for. */
    boolean stopped() {
        return failures().stream().anyMatch(failure -> reader.policy(failure.event()) == OnFailure.STOP);
    }

    private List<LoggedFailure> failures() {
        List<LoggedFailure> failures = new ArrayList<>();
        try (Stream<StreamId> streams = store.streams(SystemStreams.deadLetters(processManager))) {
            streams.forEach(stream -> failures.addAll(failures(stream)));
        }
        failures.sort(Comparator.comparingLong(failure -> failure.event().position()));
        return failures;
    }

    private List<LoggedFailure> failures(StreamId stream) {
        List<LoggedFailure> failures = new ArrayList<>();
        long version = 0;
        List<StoredEvent> page;
        do {
            page = store.readStream(stream, version + 1, PAGE, View.DURABLE);
            for (StoredEvent event : page) {
                version = event.version();
                add(event, failures);
            }
        } while (page.size() == PAGE);
        return failures;
    }

    private static void add(StoredEvent event, List<LoggedFailure> failures) {
        switch (event.event().name()) {
            case FailureEvents.EVENT_FAILED, FailureEvents.COMMAND_FAILED -> failures.add(new LoggedFailure(event, 0));
            case FailureEvents.EVENT_PARKED, FailureEvents.COMMAND_PARKED -> {
                int last = failures.size() - 1;
                failures.set(last, failures.get(last).withOneMoreParked());
            }
            default -> throw new IllegalStateException("not an event of dead letters: " + event);
        }
    }

    private record LoggedFailure(StoredEvent event, long parkedBehind) {
        LoggedFailure withOneMoreParked() {
            return new LoggedFailure(event, parkedBehind + 1);
        }
    }
}
