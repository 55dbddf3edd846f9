package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.ShadowReport.Outcome;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.LoggedEvent;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.ConsumerMove.Unchanged;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The commands that a process manager sent in one commit, until each is asked for by what it was sent for. For one thread at a time. */
final class SentFacts {
    /** So many places are looked at for the one that an id was made of, where there were others between that were not sent yet. */
    static final int MOST_PLACES = 100;

    private final String keptAs;
    private final Payloads payloads;
    private final Map<Caused, List<LoggedCommand>> dispatched = new LinkedHashMap<>();
    private final Map<Place, SortedMap<Integer, LoggedCommand>> told = new LinkedHashMap<>();
    private final Map<Long, List<Unchanged>> unchanged = new LinkedHashMap<>();

    SentFacts(String keptAs, Payloads payloads, List<Unchanged> unchanged) {
        this.keptAs = keptAs;
        this.payloads = payloads;
        unchanged.forEach(one -> this.unchanged
                .computeIfAbsent(one.cause(), cause -> new ArrayList<>())
                .add(one));
    }

    /** What events say of their cause: its id, which is unique in its stream only, and the instance. */
    record Caused(String key, String eventId) {}

    /** What failures say of their cause. */
    record Place(long position, String key) {}

    /** Takes an event of the commit. */
    void add(StoredEvent event) {
        Origin.Sent sent = event.event().origin().sent();
        String aggregate = event.stream().aggregate();
        if (sent != null && sent.by().startsWith(keptAs + "/")) {
            addDispatched(event, sent);
        } else if (aggregate.equals(SystemStreams.rejections(keptAs))) {
            addTold(event, Outcome.REJECTED);
        } else if (aggregate.equals(SystemStreams.deadLetters(keptAs)) && RetryOutcomes.isOfCommand(event)) {
            boolean failed = event.event().name().equals(FailureEvents.COMMAND_FAILED);
            addTold(event, failed ? Outcome.DEAD_LETTERED : Outcome.PARKED);
        }
    }

    private void addDispatched(StoredEvent event, Origin.Sent sent) {
        String key = sent.by().substring(keptAs.length() + 1);
        Caused cause = new Caused(key, event.event().origin().causationId());
        List<LoggedCommand> commands = dispatched.computeIfAbsent(cause, first -> new ArrayList<>());
        RecordedEvent recorded = new LoggedEvent(event, payloads, key);
        LoggedCommand last = commands.isEmpty() ? null : commands.get(commands.size() - 1);
        if (last != null && event.index() > 0) {
            commands.set(commands.size() - 1, last.with(recorded));
        } else {
            commands.add(new LoggedCommand(
                    event.stream(),
                    sent.command(),
                    sent.sum(),
                    Outcome.DISPATCHED,
                    event.event().origin().commandId(),
                    List.of(recorded)));
        }
    }

    private void addTold(StoredEvent event, Outcome outcome) {
        JsonMembers facts = JsonMembers.of(event.event().data());
        JsonMembers command = facts.object("command");
        Place place = new Place(facts.number("position"), facts.text("key"));
        told.computeIfAbsent(place, first -> new TreeMap<>())
                .put(
                        Math.toIntExact(facts.number("index")),
                        new LoggedCommand(
                                LoggedCommand.target(command),
                                command.text("name"),
                                SentCommand.sum(LoggedCommand.payload(command)),
                                outcome,
                                command.text("id"),
                                List.of()));
    }

    /**
     * The commands that were sent for an event to an instance, by their place, without those that were taken before.
     *
     * @param alone whether the event is for no other instance: where the log does not say for which a command was sent, it is this one's then, else
     *     only when it would be sent again
     */
    SortedMap<Integer, LoggedCommand> take(EventInHand event, List<SentCommand> would, boolean alone) {
        SortedMap<Integer, LoggedCommand> was = new TreeMap<>();
        SortedMap<Integer, LoggedCommand> here = told.remove(new Place(event.position(), event.key()));
        if (here != null) {
            was.putAll(here);
        }
        List<LoggedCommand> caused = dispatched.remove(new Caused(event.key(), event.eventId()));
        if (caused != null) {
            place(event, caused, would, was);
        }
        takeUnchanged(event.position(), was, next -> alone || isAmong(would, next));
        return was;
    }

    /** The place of a command is in its id, but for an id that the reaction gave, which has the place of the same id or the first that is free. */
    private void place(
            EventInHand event, List<LoggedCommand> caused, List<SentCommand> would, Map<Integer, LoggedCommand> was) {
        List<Unchanged> wroteNothing = unchanged.getOrDefault(event.position(), List.of());
        int most = Math.max(would.size(), caused.size() + was.size() + wroteNothing.size());
        Map<String, Integer> places = new HashMap<>();
        for (int index = 0; index < most; index++) {
            places.put(id(event, index), index);
        }
        if (!caused.stream().allMatch(command -> places.containsKey(command.commandId()))) {
            for (int index = most; index < MOST_PLACES; index++) {
                places.putIfAbsent(id(event, index), index);
            }
        }
        would.forEach(command -> command.envelope().commandId().ifPresent(id -> places.put(id, command.index())));
        for (LoggedCommand command : caused) {
            int index = places.getOrDefault(command.commandId(), 0);
            while (was.containsKey(index)) {
                index++;
            }
            was.put(index, command);
        }
    }

    private String id(EventInHand event, int index) {
        return CommandIds.derived(keptAs, event.key(), event.stored().stream(), event.version(), index);
    }

    private static boolean isAmong(List<SentCommand> would, Unchanged sent) {
        return would.stream()
                .anyMatch(command -> command.index() == sent.index()
                        && command.envelope().aggregate().equals(sent.target().aggregate())
                        && command.envelope().instanceId().equals(sent.target().instanceId())
                        && command.sent().sum() == sent.sum());
    }

    private void takeUnchanged(long position, Map<Integer, LoggedCommand> was, Predicate<Unchanged> isOurs) {
        List<Unchanged> here = unchanged.getOrDefault(position, new ArrayList<>());
        for (Iterator<Unchanged> each = here.iterator(); each.hasNext(); ) {
            Unchanged next = each.next();
            if (!was.containsKey(next.index()) && isOurs.test(next)) {
                was.put(next.index(), LoggedCommand.of(next));
                each.remove();
            }
        }
        if (here.isEmpty()) {
            unchanged.remove(position);
        }
    }

    /** Whether everything was taken. */
    boolean isEmpty() {
        return dispatched.isEmpty() && told.isEmpty() && unchanged.isEmpty();
    }

    /** Takes what is said once more of a command that was rejected, because its instance did not hear of it. */
    void takeUnanswered(JsonMembers rejection) {
        Place place = new Place(rejection.number("position"), rejection.text("key"));
        told.computeIfPresent(place, (where, commands) -> {
            commands.remove(Math.toIntExact(rejection.number("index")));
            return commands.isEmpty() ? null : commands;
        });
    }

    /** Takes what is left: commands that were asked for earlier than in this commit. */
    List<LateCommand> takeRest() {
        List<LateCommand> rest = new ArrayList<>();
        dispatched.forEach((cause, commands) ->
                commands.forEach(one -> rest.add(new LateCommand(cause.key(), cause.eventId(), 0, -1, one))));
        told.forEach((place, commands) -> commands.forEach(
                (index, one) -> rest.add(new LateCommand(place.key(), "", place.position(), index, one))));
        unchanged.forEach((cause, commands) -> commands.forEach(
                one -> rest.add(new LateCommand(null, "", cause, one.index(), LoggedCommand.of(one)))));
        dispatched.clear();
        told.clear();
        unchanged.clear();
        return rest;
    }

    /** The keys of the instances that something was sent for, for an event that nobody asks for any more. */
    List<String> keysOf(StoredEvent event) {
        List<String> keys = new ArrayList<>();
        dispatched.keySet().stream()
                .filter(cause -> cause.eventId().equals(event.id()))
                .forEach(cause -> keys.add(cause.key()));
        told.keySet().stream()
                .filter(place -> place.position() == event.position() && !keys.contains(place.key()))
                .forEach(place -> keys.add(place.key()));
        if (keys.isEmpty() && unchanged.containsKey(event.position())) {
            keys.add("");
        }
        return keys;
    }
}
