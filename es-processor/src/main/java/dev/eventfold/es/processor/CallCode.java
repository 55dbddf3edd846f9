package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Code that calls a method of the user, on {@code state} where nothing else is said. */
final class CallCode {
    private static final String STATE = "state";

    private CallCode() {}

    /** The case of a handler or reaction: every result becomes a list. */
    static Arm results(Case call, Kind kind) {
        return results(call, kind, STATE);
    }

    /** The same, called on what has another name. */
    static Arm results(Case call, Kind kind, String on) {
        return results(call.method(), call(call, kind, on));
    }

    /** The case of a reaction to a rejection. */
    static Arm answer(Answer answer) {
        Case call = answer.call();
        List<CodeBlock> arguments = new ArrayList<>(List.of(payload(call, "rejected")));
        if (answer.reason()) {
            arguments.add(CodeBlock.of("rejected.rejection()"));
        }
        if (call.method().context()) {
            arguments.add(context(call, TypeNames.EVENT_CONTEXT, "rejected"));
        }
        return results(
                call.method(), CodeBlock.of("state.$L($L)", call.method().name(), CodeBlock.join(arguments, ", ")));
    }

    /** The case of a reaction to a timeout. */
    static Arm expiry(Expiry expiry) {
        UserMethod method = expiry.method();
        return results(method, CodeBlock.of("state.$L($L)", method.name(), method.context() ? "timeout" : ""));
    }

    private static Arm results(UserMethod method, CodeBlock called) {
        String shape = shape(method.shape());
        return shape.isEmpty()
                ? Arm.doing(called, CodeBlock.of("$T.of()", TypeNames.LIST))
                : Arm.value(CodeBlock.of("$T.$L($L)", TypeNames.RESULTS, shape, called));
    }

    /** The case of what folds an event: the state after it. */
    static Arm state(Case call) {
        CodeBlock called = call(call, Kind.EVENT, STATE);
        return call.method().shape() == ResultShape.NOTHING
                ? Arm.doing(called, CodeBlock.of(STATE))
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

    private static CodeBlock call(Case call, Kind kind, String on) {
        String source = kind.word();
        List<CodeBlock> arguments = new ArrayList<>(List.of(payload(call, source)));
        if (call.method().context()) {
            ClassName type = kind == Kind.COMMAND ? TypeNames.COMMAND_CONTEXT : TypeNames.EVENT_CONTEXT;
            arguments.add(context(call, type, source));
        }
        return CodeBlock.of("$L.$L($L)", on, call.method().name(), CodeBlock.join(arguments, ", "));
    }

    private static CodeBlock payload(Case call, String source) {
        CodeBlock payload = call.target()
                .payload()
                .map(read -> CodeBlock.of("$L.as($T.class)", source, TypeNames.of(read.type())))
                .orElse(CodeBlock.of("$L", source));
        return call.payloadCast()
                .map(type -> CodeBlock.of("($T) $L", TypeNames.of(type), payload))
                .orElse(payload);
    }

    private static CodeBlock context(Case call, ClassName type, String source) {
        return call.contextCast() ? CodeBlock.of("($T) $L", type, source) : CodeBlock.of("$L", source);
    }
}
