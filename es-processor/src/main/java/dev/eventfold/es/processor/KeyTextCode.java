package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.UUID;
import java.util.function.Function;

/** Code for the functions between the keys of a map and their text; constants are made by the map. */
final class KeyTextCode {
    private KeyTextCode() {}

    static CodeBlock parse(TextForm key) {
        if (key.isString()) {
            return CodeBlock.of("$T.identity()", Function.class);
        }
        if (key.component().isEmpty()) {
            return switch (key.scalar()) {
                case INT -> CodeBlock.of("$T::valueOf", Integer.class);
                case LONG -> CodeBlock.of("$T::valueOf", Long.class);
                default -> CodeBlock.of("$T::fromString", UUID.class);
            };
        }
        return switch (key.scalar()) {
            case INT -> ofRecord(key, CodeBlock.of("$T.parseInt(keyText)", Integer.class));
            case LONG -> ofRecord(key, CodeBlock.of("$T.parseLong(keyText)", Long.class));
            case UUID -> ofRecord(key, CodeBlock.of("$T.fromString(keyText)", UUID.class));
            default -> CodeBlock.of("$T::new", TypeNames.of(key));
        };
    }

    private static CodeBlock ofRecord(TextForm key, CodeBlock component) {
        return CodeBlock.of("keyText -> new $T($L)", TypeNames.of(key), component);
    }

    static CodeBlock text(TextForm key) {
        if (key.isString()) {
            return CodeBlock.of("$T.identity()", Function.class);
        }
        if (key.component().isPresent()) {
            return key.scalar() == TextForm.Scalar.STRING
                    ? CodeBlock.of("$T::$L", TypeNames.of(key), key.component().get())
                    : CodeBlock.of("key -> $L", TextCode.of(key, CodeBlock.of("key")));
        }
        return key.scalar() == TextForm.Scalar.ENUM
                ? CodeBlock.of("$T::name", TypeNames.of(key))
                : CodeBlock.of("$T::toString", Object.class);
    }
}
