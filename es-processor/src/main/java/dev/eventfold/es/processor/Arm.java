package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/**
 * What one case of a generated switch does.
 *
 * @param statement runs first, if there is one
 * @param value is the outcome; absent when the statement throws
 */
record Arm(Optional<CodeBlock> statement, Optional<CodeBlock> value) {
    static Arm value(CodeBlock value) {
        return new Arm(Optional.empty(), Optional.of(value));
    }

    static Arm doing(CodeBlock statement, CodeBlock value) {
        return new Arm(Optional.of(statement), Optional.of(value));
    }

    /** For a command or event that a definition does not know. */
    static Arm unknown(String what) {
        return new Arm(Optional.of(CodeBlock.of("throw unknown($L)", what)), Optional.empty());
    }

    boolean fails() {
        return value.isEmpty();
    }

    /** The whole as statements of a method. */
    CodeBlock statements() {
        CodeBlock.Builder code = CodeBlock.builder();
        statement.ifPresent(code::addStatement);
        value.ifPresent(outcome -> code.addStatement("return $L", outcome));
        return code.build();
    }
}
