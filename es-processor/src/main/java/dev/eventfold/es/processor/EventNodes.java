package dev.eventfold.es.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The nodes of events, those that stand for events which the module does not know too. */
final class EventNodes {
    private final Workflow workflow;
    private final Flowchart chart;
    private final Set<String> unnamed = new HashSet<>();

    EventNodes(Workflow workflow, Flowchart chart) {
        this.workflow = workflow;
        this.chart = chart;
    }

    String of(String aggregate, String name) {
        return chart.id("event", aggregate, name);
    }

    static String shape(String node, String label) {
        return node + "([" + Flowchart.label(label) + "]):::event";
    }

    /** Those that lead to a reaction: for every event of an aggregate of this module, each that has no narrower reaction. */
    List<String> of(EventConsumer<?> consumer, Target target) {
        List<String> known = target.name().equals(Api.ANY) ? known(consumer, target.aggregate()) : List.of();
        if (!known.isEmpty()) {
            return known;
        }
        String node = of(target.aggregate(), target.name());
        boolean first = unnamed.add(node);
        if (target.aggregate().equals(Api.ANY) && first) {
            chart.node(shape(node, target.name().equals(Api.ANY) ? "any event" : target.name() + " of any"));
        }
        return List.of(node);
    }

    private List<String> known(EventConsumer<?> consumer, String aggregate) {
        SortedSet<String> names = new TreeSet<>();
        workflow.lane(aggregate).filter(lane -> lane.type().isPresent()).ifPresent(lane -> names.addAll(lane.events()));
        consumer.reactions().stream()
                .map(Reaction::target)
                .filter(narrower -> narrower.aggregate().equals(aggregate))
                .forEach(narrower -> names.remove(narrower.name()));
        return names.stream().map(name -> of(aggregate, name)).toList();
    }

    /** The node of every event of an aggregate, if one leads to a reaction. */
    Optional<String> any(String aggregate) {
        return Optional.of(of(aggregate, Api.ANY)).filter(unnamed::contains);
    }
}
