package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws a process manager: its reactions, the events that lead to them and the commands that they send. */
final class ManagerDrawing {
    private final ProcessManager manager;
    private final EventNodes events;
    private final Flowchart chart;

    ManagerDrawing(ProcessManager manager, EventNodes events, Flowchart chart) {
        this.manager = manager;
        this.events = events;
        this.chart = chart;
    }

    void draw() {
        List<String> nodes = new ArrayList<>();
        for (List<Reaction> reactions : byAnnotation()) {
            Reaction first = reactions.get(0);
            Target target = first.target();
            String node = chart.id("reaction", manager.name(), target.aggregate(), target.name());
            nodes.add(node + "{{" + Flowchart.label(life(first)) + "}}:::reaction");
            reactions.forEach(reaction -> drawEvents(reaction, node));
            drawSends(first.sends(), node);
        }
        nodes.addAll(answers());
        manager.expiries().forEach(expiry -> nodes.addAll(timeout(expiry)));
        chart.lane(chart.id("processManager", manager.name()), manager.name(), "processManager", nodes);
    }

    /** One annotation may stand for several events, of a family. */
    private Collection<List<Reaction>> byAnnotation() {
        Map<SourceSpot, List<Reaction>> annotations = new LinkedHashMap<>();
        for (Reaction reaction : manager.reactions()) {
            SourceSpot spot = reaction.call().method().spot();
            annotations.computeIfAbsent(spot, first -> new ArrayList<>()).add(reaction);
        }
        return annotations.values();
    }

    /** A rejection leads from the command to what is done about it. */
    private List<String> answers() {
        Map<SourceSpot, List<Answer>> annotations = new LinkedHashMap<>();
        for (Answer answer : manager.answers()) {
            annotations
                    .computeIfAbsent(answer.method().spot(), first -> new ArrayList<>())
                    .add(answer);
        }
        List<String> nodes = new ArrayList<>();
        for (List<Answer> answers : annotations.values()) {
            Answer first = answers.get(0);
            Target target = first.target();
            String node = chart.id("rejection", manager.name(), target.aggregate(), target.name());
            nodes.add(node + "{{" + Flowchart.label(life(first)) + "}}:::reaction");
            answers.forEach(answer -> chart.edge(
                    chart.id(
                            "command",
                            answer.target().aggregate(),
                            answer.target().name()),
                    "rejected",
                    node));
            drawSends(first.sends(), node);
        }
        return nodes;
    }

    /** The time that comes leads to what is done about it. */
    private List<String> timeout(Expiry expiry) {
        String due = chart.id("due", manager.name(), expiry.name());
        String node = chart.id("timeout", manager.name(), expiry.name());
        chart.edge(due, node);
        drawSends(expiry.sends(), node);
        return List.of(
                due + "([" + Flowchart.label(expiry.name()) + "]):::processManager",
                node + "{{" + Flowchart.label(life(expiry)) + "}}:::reaction");
    }

    private String life(Behaviour reaction) {
        if (!manager.keyed()) {
            return "reacts";
        }
        if (reaction.ends()) {
            return reaction.starts() ? "starts and ends" : "ends";
        }
        if (reaction.mayEnd()) {
            return reaction.starts() ? "starts, may end" : "may end";
        }
        return reaction.starts() ? "starts" : "goes on";
    }

    private void drawEvents(Reaction reaction, String node) {
        Optional<String> key =
                Workflow.keyName(reaction.key()).map(name -> name.equals(Api.INSTANCE_ID) ? "instance id" : name);
        for (String event : events.of(manager, reaction.target())) {
            key.ifPresentOrElse(name -> chart.edge(event, name, node), () -> chart.edge(event, node));
        }
    }

    private void drawSends(Sends sends, String node) {
        if (!sends.known()) {
            chart.unknownEdge(node);
        }
        sends.commands().forEach(command -> chart.edge(node, chart.id("command", command.aggregate(), command.name())));
    }
}
