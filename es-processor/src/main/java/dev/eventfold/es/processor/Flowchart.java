package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Mermaid flowchart in the making. Any text may be a label; ids are made so that none is a word of Mermaid's. */
final class Flowchart {
    private static final String INDENT = "    ";
    private static final String PLAIN_SIGNS = " _-.,/*?";

    private final List<String> lanes = new ArrayList<>();
    private final List<String> edges = new ArrayList<>();
    private final Map<List<String>, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The same for the same words, and for no others; readable where the words allow it. */
    String id(String... words) {
        return ids.computeIfAbsent(List.of(words), this::free);
    }

    private String free(List<String> words) {
        String wanted = String.join("_", words).replace(Api.ANY, "any").replaceAll("[^A-Za-z0-9_]", "_");
        String free = wanted;
        for (int number = 2; !taken.add(free); number++) {
            free = wanted + "_" + number;
        }
        return free;
    }

    /** In quotes. What could mean something to Mermaid, Markdown or HTML is written as its code. */
    static String label(String text) {
        StringBuilder label = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || PLAIN_SIGNS.indexOf(c) >= 0) {
                label.appendCodePoint(c);
            } else {
                label.append('#').append(c).append(';');
            }
        });
        return label.append('"').toString();
    }

    void lane(String id, String title, String style, List<String> nodes) {
        lanes.add(INDENT + "subgraph " + id + "[" + label(title) + "]");
        nodes.forEach(node -> lanes.add(INDENT + INDENT + node));
        lanes.add(INDENT + "end");
        lanes.add(INDENT + "class " + id + " " + style);
    }

    /** A node outside of all lanes. */
    void node(String node) {
        edges.add(INDENT + node);
    }

    void edge(String from, String to) {
        edges.add(INDENT + from + " --> " + to);
    }

    void edge(String from, String text, String to) {
        edges.add(INDENT + from + " -- " + label(text) + " --> " + to);
    }

    void unknownEdge(String from) {
        edges.add(INDENT + from + " -.-> " + id("unknown", from) + "[" + label("?") + "]:::unknown");
    }

    String text(String styles) {
        List<String> lines = new ArrayList<>(List.of("flowchart LR"));
        lines.addAll(lanes);
        lines.addAll(edges);
        return String.join("\n", lines) + "\n" + styles.indent(INDENT.length());
    }
}
