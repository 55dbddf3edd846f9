package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Code that calls a method of the user on {@code state}. */
final class CallCode {
    private CallCode() {}

    /** The case of a handler or reaction: every result becomes a list. */
    static Arm results(Case call, Kind kind) {
        CodeBlock called = call(call, kind);
        String shape = shape(call.method().shape());
        return shape.isEmpty()
                ? Arm.doing(called, CodeBlock.of("$T.of()", TypeNames.LIST))
                : Arm.value(CodeBlock.of("$T.$L($L)", TypeNames.RESULTS, shape, called));
    }

    /** The case of an applier: the state after it. */
    static Arm state(Case call) {
        CodeBlock called = call(call, Kind.EVENT);
        return call.method().shape() == ResultShape.NOTHING
                ? Arm.doing(called, CodeBlock.of("state"))
                : Arm.value(called);
    }

    private static String shape(ResultShape shape) {
        return switch (shape) {
            case NOTHING -> "";
            case ONE -> "one";
            case OPTIONAL -> "optional";
            case LIST -> "list";
            case STREAM -> "stream";
        };
    }

    private static CodeBlock call(Case call, Kind kind) {
        String source = kind.word();
        List<CodeBlock> arguments = new ArrayList<>();
        CodeBlock payload = call.target()
                .payload()
                .map(read -> CodeBlock.of("$L.as($T.class)", source, TypeNames.of(read.type())))
                .orElse(CodeBlock.of("$L", source));
        arguments.add(call.payloadCast()
                .map(type -> CodeBlock.of("($T) $L", TypeNames.of(type), payload))
                .orElse(payload));
        if (call.method().context()) {
            ClassName context = kind == Kind.COMMAND ? TypeNames.COMMAND_CONTEXT : TypeNames.EVENT_CONTEXT;
            arguments.add(call.contextCast() ? CodeBlock.of("($T) $L", context, source) : CodeBlock.of("$L", source));
        }
        return CodeBlock.of("state.$L($L)", call.method().name(), CodeBlock.join(arguments, ", "));
    }
}
