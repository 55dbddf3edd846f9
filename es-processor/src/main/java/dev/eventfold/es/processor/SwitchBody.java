package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The body of a method that is one switch on a stored name. */
final class SwitchBody {
    private final CodeBlock selector;
    private final Map<Arm, List<String>> cases = new LinkedHashMap<>();
    private final Arm otherwise;

    private SwitchBody(CodeBlock selector, SortedMap<String, Arm> arms, Arm otherwise) {
        this.selector = selector;
        this.otherwise = otherwise;
        arms.forEach((label, arm) ->
                cases.computeIfAbsent(arm, same -> new ArrayList<>()).add(label));
    }

    /**
     * Writes the switch; labels that do the same share a case.
     *
     * @param selector what is switched on
     * @param arms by label, at least one
     * @param otherwise for any other label
     */
    static CodeBlock of(CodeBlock selector, SortedMap<String, Arm> arms, Arm otherwise) {
        SwitchBody body = new SwitchBody(selector, arms, otherwise);
        CodeBlock value = arms.values().iterator().next().value().orElseThrow();
        return body.onlyActs(value) ? body.statements(value) : body.expression();
    }

    /** Whether every case is a statement and the outcome always the same, so that it can be returned after the switch. */
    private boolean onlyActs(CodeBlock value) {
        return cases.keySet().stream().allMatch(arm -> arm.statement().isPresent() && isValue(arm, value))
                && (otherwise.fails() || isValue(otherwise, value));
    }

    private static boolean isValue(Arm arm, CodeBlock value) {
        return arm.value().filter(value::equals).isPresent();
    }

    private CodeBlock statements(CodeBlock value) {
        CodeBlock.Builder body =
                CodeBlock.builder().add("switch ($L) {\n", selector).indent();
        cases.forEach((arm, labels) ->
                body.add("case $L -> $L;\n", labels(labels), arm.statement().orElseThrow()));
        otherwise
                .statement()
                .ifPresentOrElse(
                        statement -> body.add("default -> $L;\n", statement), () -> body.add("default -> {}\n"));
        return body.unindent().add("}\n").addStatement("return $L", value).build();
    }

    private CodeBlock expression() {
        CodeBlock.Builder body =
                CodeBlock.builder().add("return switch ($L) {\n", selector).indent();
        cases.forEach((arm, labels) ->
                body.add("case $L -> ", labels(labels)).add(outcome(arm)).add("\n"));
        return body.add("default -> ")
                .add(outcome(otherwise))
                .add("\n")
                .unindent()
                .add("};\n")
                .build();
    }

    private static CodeBlock outcome(Arm arm) {
        if (arm.statement().isEmpty()) {
            return CodeBlock.of("$L;", arm.value().orElseThrow());
        }
        CodeBlock statement = arm.statement().get();
        return arm.fails()
                ? CodeBlock.of("$L;", statement)
                : CodeBlock.builder()
                        .add("{\n")
                        .indent()
                        .addStatement(statement)
                        .addStatement("yield $L", arm.value().get())
                        .unindent()
                        .add("}")
                        .build();
    }

    private static CodeBlock labels(List<String> labels) {
        return labels.stream().map(label -> CodeBlock.of("$S", label)).collect(CodeBlock.joining(", "));
    }
}
