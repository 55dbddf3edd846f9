package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;

/** Code that makes text of an id or key. */
final class TextCode {
    private TextCode() {}

    static CodeBlock of(TextForm form, CodeBlock value) {
        CodeBlock inner = form.component()
                .map(component -> CodeBlock.of("$L.$L()", value, component))
                .orElse(value);
        return switch (form.scalar()) {
            case STRING -> inner;
            case INT -> CodeBlock.of("$T.toString($L)", Integer.class, inner);
            case LONG -> CodeBlock.of("$T.toString($L)", Long.class, inner);
            case UUID -> CodeBlock.of("$L.toString()", inner);
            case ENUM -> CodeBlock.of("$L.name()", inner);
            case UNUSABLE -> CodeBlock.of("$T.valueOf($L)", String.class, inner);
        };
    }
}
