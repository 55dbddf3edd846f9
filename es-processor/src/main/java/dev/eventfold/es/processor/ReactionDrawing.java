package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Draws what a consumer does with events: one node for each of its methods, the events that lead there and the commands that come of it. */
final class ReactionDrawing {
    private final EventConsumer<?> consumer;
    private final EventNodes events;
    private final Flowchart chart;

    ReactionDrawing(EventConsumer<?> consumer, EventNodes events, Flowchart chart) {
        this.consumer = consumer;
        this.events = events;
        this.chart = chart;
    }

    /** Draws a projection or subscriber: there is no more to it. */
    void draw() {
        String word = consumer.kind().word();
        List<String> nodes =
                nodes(reaction -> consumer.kind().verb(), consumer.kind().participle());
        chart.lane(chart.id(word, consumer.name()), consumer.name(), word, nodes);
    }

    /**
     * Draws all but the lane.
     *
     * @param label of a node
     * @param style of all
     */
    List<String> nodes(Function<Reaction, String> label, String style) {
        List<String> nodes = new ArrayList<>();
        for (List<Reaction> reactions : byAnnotation()) {
            Reaction first = reactions.get(0);
            Target target = first.target();
            String node = chart.id("reaction", consumer.name(), target.aggregate(), target.name());
            nodes.add(node + "{{" + Flowchart.label(label.apply(first)) + "}}:::" + style);
            reactions.forEach(reaction -> drawEvents(reaction, node));
            drawSends(first.sends(), node);
        }
        return nodes;
    }

    /** One annotation may stand for several events, of a family. */
    private Collection<List<Reaction>> byAnnotation() {
        Map<SourceSpot, List<Reaction>> annotations = new LinkedHashMap<>();
        for (Reaction reaction : consumer.reactions()) {
            SourceSpot spot = reaction.call().method().spot();
            annotations.computeIfAbsent(spot, first -> new ArrayList<>()).add(reaction);
        }
        return annotations.values();
    }

    private void drawEvents(Reaction reaction, String node) {
        Optional<String> key =
                Workflow.keyName(reaction.key()).map(name -> name.equals(Api.INSTANCE_ID) ? "instance id" : name);
        for (String event : events.of(consumer, reaction.target())) {
            key.ifPresentOrElse(name -> chart.edge(event, name, node), () -> chart.edge(event, node));
        }
    }

    void drawSends(Sends sends, String node) {
        if (!sends.known()) {
            chart.unknownEdge(node);
        }
        sends.commands().forEach(command -> chart.edge(node, chart.id("command", command.aggregate(), command.name())));
    }
}
