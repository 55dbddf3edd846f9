package dev.eventfold.es.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where a process manager reacts to events that its own commands may cause, or to the rejections of these. A step counts when every part of it is known: the reaction
 * says what it sends, and the handler's aggregate is in sight; any command may be rejected. One that may end the process counts only if the next would begin it again.
 */
final class Loops {
    private final ProcessManager manager;
    private final Map<String, Aggregate> aggregates = new HashMap<>();

    Loops(ProcessManager manager, Collection<Aggregate> inSight) {
        this.manager = manager;
        inSight.forEach(aggregate -> aggregates.put(aggregate.name(), aggregate));
    }

    /**
     * One round of a loop.
     *
     * @param from reacts
     * @param command what it sends
     * @param event what the handler of that may return; empty where it is rejected
     * @param to reacts to it
     */
    record Step(Behaviour from, Payload command, Optional<Payload> event, Behaviour to) {}

    /** Loops that share no reaction, each by its shortest way round, from where it begins if it does. */
    List<List<Step>> find() {
        List<List<Step>> loops = new ArrayList<>();
        Set<Behaviour> told = new HashSet<>();
        List<Behaviour> reactions = new ArrayList<>(manager.behaviours());
        reactions.sort(Comparator.comparing(reaction -> !reaction.starts()));
        for (Behaviour reaction : reactions) {
            if (!told.contains(reaction)) {
                around(reaction).ifPresent(loop -> {
                    loop.forEach(step -> told.add(step.from()));
                    loops.add(loop);
                });
            }
        }
        return loops;
    }

    private Optional<List<Step>> around(Behaviour start) {
        Map<Behaviour, List<Step>> ways = new LinkedHashMap<>(Map.of(start, List.of()));
        Deque<Behaviour> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Behaviour at = open.removeFirst();
            List<Step> way = ways.getOrDefault(at, List.of());
            for (Step step : steps(at)) {
                List<Step> longer = new ArrayList<>(way);
                longer.add(step);
                if (step.to().equals(start)) {
                    return Optional.of(longer);
                }
                if (ways.putIfAbsent(step.to(), longer) == null) {
                    open.addLast(step.to());
                }
            }
        }
        return Optional.empty();
    }

    private List<Step> steps(Behaviour from) {
        List<Step> steps = new ArrayList<>();
        for (Payload command : from.sends().commands()) {
            for (Payload event : events(command)) {
                manager.narrowest(event)
                        .filter(to -> to.starts() || !(from.ends() || from.mayEnd()))
                        .ifPresent(to -> steps.add(new Step(from, command, Optional.of(event), to)));
            }
            manager.answers().stream()
                    .filter(to -> to.target().matches(command) && !(from.ends() || from.mayEnd()))
                    .forEach(to -> steps.add(new Step(from, command, Optional.empty(), to)));
        }
        return steps;
    }

    private List<Payload> events(Payload command) {
        return Optional.ofNullable(aggregates.get(command.aggregate()))
                .map(aggregate -> aggregate.outcomes().get(command.name()))
                .map(PayloadType::members)
                .orElse(List.of());
    }
}
