package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a process instance waits for, as its row keeps it.
 *
 * @param timeouts the pending ones, by name, in the order set
 * @param commands those to be sent later, in the order asked for
 * @param release when that which nothing holds up any more in its sequence is to run; null when there is no such thing
 * @param attempts how often the first of what is to run was tried and put off by its handler; 0 when it was not
 */
record Waits(
        Map<String, PendingTimeout> timeouts,
        List<DelayedCommand> commands,
        @Nullable Instant release,
        int attempts) {
    static final Waits NONE = new Waits(Map.of(), List.of(), null, 0);

    private static final String ATTEMPTS = "attempts";

    private static final String RELEASE = "release";

    private static final String TIMEOUTS = "timeouts";
    private static final String COMMANDS = "commands";

    Waits {
        timeouts = Collections.unmodifiableMap(new LinkedHashMap<>(timeouts));
        commands = List.copyOf(commands);
    }

    static Waits read(@Nullable Json json) {
        if (json == null) {
            return NONE;
        }
        JsonMembers members = JsonMembers.of(json);
        Map<String, PendingTimeout> timeouts = new LinkedHashMap<>();
        members.objects(TIMEOUTS).forEach((name, timeout) -> timeouts.put(name, PendingTimeout.read(name, timeout)));
        List<DelayedCommand> commands = members.objects(COMMANDS).values().stream()
                .map(DelayedCommand::read)
                .toList();
        return new Waits(
                timeouts,
                commands,
                members.optionalText(RELEASE).map(Instant::parse).orElse(null),
                members.has(ATTEMPTS) ? Math.toIntExact(members.number(ATTEMPTS)) : 0);
    }

    /** As a row keeps it; null when there is nothing. */
    @Nullable
    Json json() {
        if (equals(NONE)) {
            return null;
        }
        JsonWriter json = new JsonWriter();
        if (!timeouts.isEmpty()) {
            JsonWriter byName = new JsonWriter();
            timeouts.forEach((name, timeout) -> byName.raw(name, timeout.json().json()));
            json.raw(TIMEOUTS, byName.json());
        }
        if (!commands.isEmpty()) {
            JsonWriter byNumber = new JsonWriter();
            for (int number = 0; number < commands.size(); number++) {
                byNumber.raw(
                        Integer.toString(number), commands.get(number).json().json());
            }
            json.raw(COMMANDS, byNumber.json());
        }
        if (release != null) {
            json.text(RELEASE, release.toString());
        }
        if (attempts > 0) {
            json.number(ATTEMPTS, attempts);
        }
        return json.json();
    }

    /** The timeouts that have not fired. */
    List<PendingTimeout> pending() {
        return timeouts.values().stream()
                .filter(timeout -> timeout.fired() == 0)
                .toList();
    }

    /** What is due first; of two at one time the command. A timeout that has fired and waits behind a failure is due no more. */
    Optional<Wait> first() {
        return Stream.<Wait>concat(commands.stream(), pending().stream()).min(Comparator.comparing(Wait::due));
    }

    /** When something is due; null when nothing is. */
    @Nullable
    Instant nextDue() {
        Instant first = first().map(Wait::due).orElse(null);
        return first == null || (release != null && release.isBefore(first)) ? release : first;
    }

    /** Sets a timeout; one of that name is replaced. */
    Waits with(PendingTimeout timeout) {
        Map<String, PendingTimeout> more = new LinkedHashMap<>(timeouts);
        more.remove(timeout.name());
        more.put(timeout.name(), timeout);
        return new Waits(more, commands, release, attempts);
    }

    Waits withoutTimeout(String name) {
        Map<String, PendingTimeout> fewer = new LinkedHashMap<>(timeouts);
        return fewer.remove(name) == null ? this : new Waits(fewer, commands, release, attempts);
    }

    Waits with(DelayedCommand command) {
        List<DelayedCommand> more = new ArrayList<>(commands);
        more.add(command);
        return new Waits(timeouts, more, release, attempts);
    }

    Waits without(DelayedCommand command) {
        List<DelayedCommand> fewer = new ArrayList<>(commands);
        fewer.remove(command);
        return new Waits(timeouts, fewer, release, attempts);
    }

    Waits withRelease(@Nullable Instant at) {
        return new Waits(timeouts, commands, at, 0);
    }

    /** The first of what is to run was put off by its handler, so many times. */
    Waits withRetry(Instant at, int made) {
        return new Waits(timeouts, commands, at, made);
    }

    /** What outlives the instance: its commands, which were asked for when it lived. */
    Waits ofEnded() {
        return new Waits(Map.of(), commands, release, attempts);
    }
}
