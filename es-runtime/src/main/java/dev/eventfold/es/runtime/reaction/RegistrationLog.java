package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.StartFrom;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what {@link RegistrationEvents} wrote. */
final class RegistrationLog {
    private static final int PAGE = 256;

    private final EventStore store;
    private final View view;

    RegistrationLog(EventStore store, View view) {
        this.store = store;
        this.view = view;
    }

    /** Those that a store goes on with, by the names that they have now. */
    List<String> names() {
        try (Stream<StreamId> streams = store.streams(SystemStreams.REGISTRATIONS)) {
            return streams.map(StreamId::instanceId)
                    .filter(name -> find(name).isPresent())
                    .toList();
        }
    }

    /** What the store knows under a name; empty when it never heard of it, and when what was called so has another name now. */
    Optional<Registration> find(String name) {
        String keptAs = null;
        for (StoredEvent event : events(name)) {
            switch (event.event().name()) {
                case RegistrationEvents.REGISTERED -> keptAs = name;
                case RegistrationEvents.TAKEN_OVER -> keptAs = members(event).text(RegistrationEvents.KEPT_AS);
                case RegistrationEvents.RENAMED -> keptAs = null;
                default -> {
                    // A rebuild of what is kept under this name.
                }
            }
        }
        return keptAs == null ? Optional.empty() : Optional.of(kept(keptAs));
    }

    /** The same, and of a name that is not in use what was ever kept under it. */
    Registration any(String name) {
        return find(name).orElseGet(() -> kept(name));
    }

    /** What is kept under a name, whatever its process manager is called. */
    private Registration kept(String name) {
        Registration kept = Registration.of(name, 0);
        for (StoredEvent event : events(name)) {
            kept = after(kept, event);
        }
        return kept;
    }

    private static Registration after(Registration kept, StoredEvent event) {
        return switch (event.event().name()) {
            case RegistrationEvents.REGISTERED -> Registration.of(kept.keptAs(), startsAfter(event));
            case RegistrationEvents.REBUILD_BEGUN -> kept.begun(generation(event));
            case RegistrationEvents.REBUILT -> kept.rebuilt(generation(event));
            case RegistrationEvents.ROWS_REMOVED -> kept.removed(generation(event));
            default -> kept;
        };
    }

    private static long startsAfter(StoredEvent registered) {
        StartFrom startFrom = StartFrom.valueOf(members(registered).text(RegistrationEvents.START_FROM));
        return startFrom == StartFrom.NOW ? registered.position() : 0;
    }

    private static int generation(StoredEvent event) {
        return Math.toIntExact(members(event).number(RegistrationEvents.GENERATION));
    }

    /** The name that what was called so has now; empty when it has that name, and when it was never heard of. */
    Optional<String> renamedTo(String name) {
        Optional<String> next = nextName(name);
        return next.isEmpty() ? next : Optional.of(renamedTo(next.get()).orElse(next.get()));
    }

    private Optional<String> nextName(String name) {
        String now = null;
        for (StoredEvent event : events(name)) {
            switch (event.event().name()) {
                case RegistrationEvents.REGISTERED, RegistrationEvents.TAKEN_OVER -> now = null;
                case RegistrationEvents.RENAMED -> now = members(event).text(RegistrationEvents.TO);
                default -> {
                    // A rebuild of what is kept under this name.
                }
            }
        }
        return Optional.ofNullable(now);
    }

    /** Generations that are not in use and may have rows, of all that was ever registered. */
    List<Registration> withLeftovers() {
        try (Stream<StreamId> streams = store.streams(SystemStreams.REGISTRATIONS)) {
            return streams.map(stream -> kept(stream.instanceId()))
                    .filter(kept -> !kept.leftovers().isEmpty())
                    .toList();
        }
    }

    private static JsonMembers members(StoredEvent event) {
        return JsonMembers.of(event.event().data());
    }

    private List<StoredEvent> events(String name) {
        List<StoredEvent> events = new ArrayList<>();
        List<StoredEvent> page;
        do {
            page = store.readStream(SystemStreams.registration(name), events.size() + 1L, PAGE, view);
            events.addAll(page);
        } while (page.size() == PAGE);
        return events;
    }
}
