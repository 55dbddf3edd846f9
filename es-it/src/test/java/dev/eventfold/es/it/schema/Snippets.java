package dev.eventfold.es.it.schema;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Completes the cells of the table to programs: the members of one class {@code shop.Program}. */
final class Snippets {
    static final String NOTHING = "—";
    /** Classes that others name. */
    static final Set<String> FURTHER_TYPES = Set.of("Placed", "Paid", "Id");

    private static final String HEAD = """
            package shop;

            import dev.eventfold.es.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;

            final class Program {
                @EventOf("order") record Placed(String order, String customer) {}
                @EventOf("order") record Paid(String order) {}
            """;
    /** An annotation with its arguments, which hold no brackets. */
    private static final Pattern ANNOTATED = Pattern.compile("(@\\w+(?:\\([^()]*\\))?) (.*)");

    private static final Pattern REACTION = Pattern.compile("(@Reacts(?:\\([^()]*\\))?) (\\w+)");

    private Snippets() {}

    static String program(String section, String cell) {
        return HEAD + (cell.equals(NOTHING) ? "" : members(section, cell)) + "}\n";
    }

    private static String members(String section, String cell) {
        return switch (section) {
            case "Commands" -> payload("@CommandFor(\"cart\")", cell);
            case "State of a process manager" -> manager(cell);
            case "Keys of a process manager" ->
                "@ProcessManager(\"desk\") static class Desk { " + reactions(cell) + " }\n";
            case "Aggregates" -> aggregate(cell);
            default -> payload("@EventOf(\"cart\")", cell);
        };
    }

    private static String payload(String annotation, String cell) {
        Matcher annotated = ANNOTATED.matcher(cell);
        return annotated.matches()
                ? annotated.group(1) + " " + type(annotated.group(2))
                : annotation + " " + type(cell);
    }

    private static String type(String cell) {
        String complete = cell.endsWith("}") ? cell : cell + " {}";
        boolean saysWhat = complete.startsWith("record ") || complete.startsWith("final class ");
        return (saysWhat ? "" : "record ") + complete.replace("final class", "static final class") + "\n";
    }

    private static String manager(String cell) {
        Matcher annotated = ANNOTATED.matcher(cell);
        String annotation = annotated.matches() ? annotated.group(1) : "@ProcessManager(\"desk\")";
        String type = annotated.matches() ? annotated.group(2) : cell;
        String reaction = "@Reacts(key = \"order\", starts = true, ends = true) void on(Placed event) {} }\n";
        if (!type.startsWith("record")) {
            return annotation + " static " + type.substring(0, type.length() - 1) + reaction;
        }
        String zeros = Arrays.stream(type.split(",")).map(one -> "0").collect(Collectors.joining(", "));
        return annotation + " " + type + " { Desk() { this(" + zeros + "); } " + reaction;
    }

    private static String reactions(String cell) {
        return REACTION.matcher(cell).replaceAll("$1 void on($2 event) {}").replace("; ", " ");
    }

    private static String aggregate(String cell) {
        Matcher annotated = ANNOTATED.matcher(cell);
        if (!annotated.matches()) {
            throw new IllegalArgumentException(cell);
        }
        String type = annotated.group(2);
        String name = type.substring(0, type.indexOf('('));
        String first = type.endsWith("()") ? "" : " " + name + "() { this(0); }";
        return """
                %1$s record %2$s {%3$s
                    @Handles Added handle(Add command) { return new Added(command.sku()); }
                    @Applies %4$s apply(Added event) { return this; }
                }
                %5$s record Added(String sku) {}
                %6$s record Add(String sku) {}
                """.formatted(
                        annotated.group(1),
                        type,
                        first,
                        name,
                        annotated.group(1).replace("@Aggregate", "@EventOf"),
                        annotated.group(1).replace("@Aggregate", "@CommandFor"));
    }
}
