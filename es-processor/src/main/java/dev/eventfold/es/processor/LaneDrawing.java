package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws an aggregate: its commands, its events, and which may come of which. */
final class LaneDrawing {
    private final Lane lane;
    private final EventNodes events;
    private final Flowchart chart;
    private final Map<List<String>, String> choices = new LinkedHashMap<>();

    LaneDrawing(Lane lane, EventNodes events, Flowchart chart) {
        this.lane = lane;
        this.events = events;
        this.chart = chart;
    }

    void draw() {
        List<String> nodes = new ArrayList<>();
        lane.commands().forEach(name -> nodes.add(command(name) + "[" + Flowchart.label(name) + "]:::command"));
        lane.outcomes().forEach(this::drawOutcome);
        choices.forEach((outcome, choice) -> {
            nodes.add(choice + "{" + Flowchart.label("any of") + "}:::choice");
            outcome.forEach(event -> chart.edge(choice, event(event)));
        });
        lane.events().forEach(name -> nodes.add(EventNodes.shape(event(name), name)));
        events.any(lane.aggregate()).ifPresent(node -> nodes.add(EventNodes.shape(node, "any event")));
        String style = lane.type().isPresent() ? "aggregate" : "elsewhere";
        chart.lane(chart.id("aggregate", lane.aggregate()), lane.aggregate(), style, nodes);
    }

    /** Commands of which the same may come share a node, or a large family would be a thicket of edges. */
    private void drawOutcome(String command, List<String> outcome) {
        if (outcome.size() == 1) {
            chart.edge(command(command), event(outcome.get(0)));
        } else if (!outcome.isEmpty()) {
            String number = String.valueOf(choices.size() + 1);
            String choice = choices.computeIfAbsent(outcome, first -> chart.id("any_of", lane.aggregate(), number));
            chart.edge(command(command), choice);
        }
    }

    private String command(String name) {
        return chart.id("command", lane.aggregate(), name);
    }

    private String event(String name) {
        return events.of(lane.aggregate(), name);
    }
}
