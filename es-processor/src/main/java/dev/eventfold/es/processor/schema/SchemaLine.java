package dev.eventfold.es.processor.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of the schema lock, and what is indented below it.
 *
 * @param number from 1
 * @param text without indentation
 * @param children in order
 */
record SchemaLine(int number, String text, List<SchemaLine> children) {
    private static final int INDENT = 2;
    private static final Pattern CONFLICT = Pattern.compile("<{7}|={7}|>{7}|\\|{7}");

    /** The lines of a text that are not indented. Empty ones and those that begin with # say nothing. */
    static List<SchemaLine> parse(String text) {
        SchemaLine root = new SchemaLine(0, "", new ArrayList<>());
        Deque<SchemaLine> open = new ArrayDeque<>(List.of(root));
        String[] lines = text.split("\\R", -1);
        for (int at = 0; at < lines.length; at++) {
            String stripped = lines[at].strip();
            if (CONFLICT.matcher(lines[at]).lookingAt()) {
                throw new SchemaSyntax(at + 1, "a merge conflict");
            }
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                SchemaLine line = new SchemaLine(at + 1, stripped, new ArrayList<>());
                close(open, line, lines[at].indexOf(stripped));
                open.getLast().children().add(line);
                open.addLast(line);
            }
        }
        return root.children();
    }

    private static void close(Deque<SchemaLine> open, SchemaLine line, int indentation) {
        int depth = indentation / INDENT + 1;
        if (indentation % INDENT != 0 || depth > open.size()) {
            throw line.wrong("indented by " + indentation + ", which fits no line above");
        }
        while (open.size() > depth) {
            open.removeLast();
        }
    }

    /** What follows a word at the beginning; empty when the line begins otherwise. */
    Optional<String> after(String word) {
        return text.startsWith(word + " ")
                ? Optional.of(text.substring(word.length() + 1).strip())
                : Optional.empty();
    }

    /** The one word that follows another at the beginning; empty when the line begins otherwise. */
    Optional<String> wordAfter(String word) {
        Optional<String> rest = after(word);
        if (rest.filter(name -> name.indexOf(' ') >= 0).isPresent()) {
            throw wrong("expected one word after " + word + ": " + rest.get());
        }
        return rest;
    }

    /** Insists that nothing is indented below. */
    void checkIsLeaf() {
        if (!children.isEmpty()) {
            throw children.get(0).wrong("nothing can be part of: " + text);
        }
    }

    SchemaSyntax wrong(String why) {
        return new SchemaSyntax(number, why);
    }
}
