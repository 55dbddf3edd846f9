package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a process manager: its reactions, the events that lead to them and the commands that they send. */
final class ManagerDrawing {
    private final ProcessManager manager;
    private final ReactionDrawing reactions;
    private final Flowchart chart;

    ManagerDrawing(ProcessManager manager, EventNodes events, Flowchart chart) {
        this.manager = manager;
        this.reactions = new ReactionDrawing(manager, events, chart);
        this.chart = chart;
    }

    void draw() {
        List<String> nodes = reactions.nodes(this::life, "reaction");
        nodes.addAll(answers());
        manager.expiries().forEach(expiry -> nodes.addAll(timeout(expiry)));
        chart.lane(chart.id("processManager", manager.name()), manager.name(), "processManager", nodes);
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
            reactions.drawSends(first.sends(), node);
        }
        return nodes;
    }

    /** The time that comes leads to what is done about it. */
    private List<String> timeout(Expiry expiry) {
        String due = chart.id("due", manager.name(), expiry.name());
        String node = chart.id("timeout", manager.name(), expiry.name());
        chart.edge(due, node);
        reactions.drawSends(expiry.sends(), node);
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
}
