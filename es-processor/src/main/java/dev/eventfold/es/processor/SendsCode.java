package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Code that says what a process manager may send. It stands where it is said; what is said several times, as by a family of events, or is too long for
 * its place, is a constant.
 */
final class SendsCode {
    /** The characters of the commands for which a line has room, beside what they are sent upon. */
    private static final int MOST_IN_PLACE = 48;

    /** The same, beside the name of the constant. */
    private static final int MOST_IN_LINE = 73;

    private static final int MOST_IN_NAME = 3;

    /** By what is said: the constant. */
    private final Map<List<String>, String> constants = new LinkedHashMap<>();

    private SendsCode() {}

    static SendsCode of(ProcessManager manager) {
        SendsCode code = new SendsCode();
        Map<List<String>, Integer> uses = uses(manager);
        Set<String> taken = new HashSet<>();
        for (Behaviour behaviour : manager.behaviours()) {
            List<String> commands = commands(behaviour);
            if (!commands.isEmpty() && (uses.getOrDefault(commands, 0) > 1 || length(commands) > MOST_IN_PLACE)) {
                code.constants.computeIfAbsent(commands, first -> free(name(behaviour.sends()), taken));
            }
        }
        return code;
    }

    /** How often each is said in what is generated: of a reaction once for each stored name. */
    private static Map<List<String>, Integer> uses(ProcessManager manager) {
        Map<List<String>, Integer> uses = new HashMap<>();
        manager.reactions()
                .forEach(reaction ->
                        uses.merge(commands(reaction), reaction.target().names().size(), Integer::sum));
        Stream.concat(manager.answers().stream(), manager.expiries().stream())
                .forEach(other -> uses.merge(commands(other), 1, Integer::sum));
        return uses;
    }

    /** The end of the arguments of what is done on one occasion: nothing where it does not say what it sends, or cannot send. */
    CodeBlock argument(Behaviour behaviour) {
        if (!says(behaviour)) {
            return CodeBlock.of("");
        }
        List<String> commands = commands(behaviour);
        String constant = constants.get(commands);
        return constant == null ? CodeBlock.of(", $L", only(commands, " ")) : CodeBlock.of(", $L", constant);
    }

    List<FieldSpec> constants() {
        return constants.entrySet().stream()
                .map(entry -> constant(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static FieldSpec constant(String name, List<String> commands) {
        boolean fits = name.length() + length(commands) <= MOST_IN_LINE;
        return FieldSpec.builder(TypeNames.SENDS, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(fits ? only(commands, " ") : only(commands, "\n"))
                .build();
    }

    /** What is void cannot send, whatever it says. */
    private static boolean says(Behaviour behaviour) {
        return behaviour.sends().known() && behaviour.method().shape() != ResultShape.NOTHING;
    }

    /** Each command by every stored name that it has and had; none where nothing is said. */
    private static List<String> commands(Behaviour behaviour) {
        return says(behaviour)
                ? behaviour.sends().commands().stream()
                        .flatMap(command ->
                                Target.of(command).names().stream().map(name -> command.aggregate() + "/" + name))
                        .toList()
                : List.of();
    }

    private static int length(List<String> commands) {
        return String.join("\", \"", commands).length() + 2;
    }

    private static CodeBlock only(List<String> commands, String between) {
        CodeBlock names =
                commands.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining("," + between));
        return CodeBlock.of(between.equals("\n") ? "$T.only(\n$>$>$L$<$<)" : "$T.only($L)", TypeNames.SENDS, names);
    }

    /** {@code SENDS_TAKE_OR_COUNT}, after the classes that are named; what is not ASCII is left out, as checkers of source text want it. */
    private static String name(Sends sends) {
        List<String> classes = sends.named().stream()
                .map(sent -> sent.command().type().simpleName())
                .distinct()
                .toList();
        int others = classes.size() > MOST_IN_NAME ? classes.size() - 1 : 0;
        return classes.stream()
                        .limit(others > 0 ? 1 : MOST_IN_NAME)
                        .map(SendsCode::words)
                        .collect(Collectors.joining("_OR_", "SENDS_", ""))
                + (others > 0 ? "_OR_" + others + "_OTHERS" : "");
    }

    private static String words(String className) {
        return className
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9_]", "");
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }
}
