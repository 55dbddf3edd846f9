package dev.eventfold.es.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Code that reads and writes values, in a codec that has a method for each class that it takes apart. */
final class CodingCode {
    private static final Map<String, TypeName> PRIMITIVES = Map.of(
            "boolean", TypeName.BOOLEAN,
            "byte", TypeName.BYTE,
            "short", TypeName.SHORT,
            "int", TypeName.INT,
            "long", TypeName.LONG,
            "float", TypeName.FLOAT,
            "double", TypeName.DOUBLE,
            "char", TypeName.CHAR,
            "byte[]", ArrayTypeName.of(TypeName.BYTE));

    private final ClassName codec;
    private final Map<ClassRef, String> names;

    /**
     * In a codec.
     *
     * @param codec its class
     * @param names what its methods call the classes
     */
    CodingCode(ClassName codec, Map<ClassRef, String> names) {
        this.codec = codec;
        this.names = names;
    }

    static TypeName type(Coding coding) {
        if (coding instanceof Coding.Scalar scalar) {
            return PRIMITIVES.containsKey(scalar.type())
                    ? PRIMITIVES.get(scalar.type())
                    : ClassName.bestGuess(scalar.type());
        }
        if (coding instanceof Coding.Text text) {
            return TypeNames.of(text.type());
        }
        if (coding instanceof Coding.Constant constant) {
            return TypeNames.of(constant.declaration().type());
        }
        if (coding instanceof Coding.Structure structure) {
            return TypeNames.of(structure.declaration().type());
        }
        if (coding instanceof Coding.Maybe maybe) {
            return ParameterizedTypeName.get(ClassName.get(Optional.class), type(maybe.value()));
        }
        if (coding instanceof Coding.Several several) {
            return ParameterizedTypeName.get(ClassName.get("java.util", several.type()), type(several.element()));
        }
        Coding.Entries entries = (Coding.Entries) coding;
        return ParameterizedTypeName.get(
                ClassName.get(Map.class), TypeNames.of(entries.key()).box(), type(entries.value()));
    }

    /** What a variable holds before its member was read. */
    static CodeBlock initial(Coding coding) {
        if (CodingReader.isOptional(coding)) {
            TypeName type = type(coding);
            return CodeBlock.of("$T.empty()", type instanceof ParameterizedTypeName generic ? generic.rawType() : type);
        }
        TypeName type = type(coding);
        if (!type.isPrimitive()) {
            return CodeBlock.of("null");
        }
        return CodeBlock.of(type.equals(TypeName.BOOLEAN) ? "false" : "0");
    }

    /** Reads a value, null as well. */
    CodeBlock read(Coding coding) {
        return read(coding, "in", 1);
    }

    private CodeBlock read(Coding coding, String in, int depth) {
        if (coding instanceof Coding.Scalar scalar
                && (scalar.mayBeNull() || type(coding).isPrimitive())) {
            return CodeBlock.of("$L.read$L()", in, scalar.read());
        }
        if (coding instanceof Coding.Text text) {
            return CodeBlock.of("$L.readText($T::$L)", in, TypeNames.of(text.type()), text.parse());
        }
        if (coding instanceof Coding.Constant) {
            return CodeBlock.of("$L.readEnum($T.class)", in, type(coding));
        }
        if (coding instanceof Coding.Maybe maybe) {
            return CodeBlock.of("$L.readOptional($L)", in, reader(maybe.value(), depth));
        }
        if (coding instanceof Coding.Several several) {
            return several.isEnumSet()
                    ? CodeBlock.of("$L.readEnumSet($T.class)", in, type(several.element()))
                    : CodeBlock.of(
                            "$L.$L($L)",
                            in,
                            several.type().equals("Set") ? "readSet" : "readList",
                            reader(several.element(), depth));
        }
        if (coding instanceof Coding.Entries entries) {
            boolean isEnumMap = entries.key().scalar() == TextForm.Scalar.ENUM;
            CodeBlock key = isEnumMap
                    ? CodeBlock.of("$T.class", TypeNames.of(entries.key()))
                    : KeyTextCode.parse(entries.key());
            return CodeBlock.of(
                    "$L.$L($L, $L)", in, isEnumMap ? "readEnumMap" : "readMap", key, reader(entries.value(), depth));
        }
        return CodeBlock.of("$L.readObject($L)", in, reader(coding, depth));
    }

    private CodeBlock reader(Coding coding, int depth) {
        if (coding instanceof Coding.Scalar scalar) {
            return CodeBlock.of("$T::read$L", TypeNames.PAYLOAD_INPUT, scalar.read());
        }
        if (coding instanceof Coding.Structure structure) {
            return CodeBlock.of(
                    "$T::read$L", codec, names.get(structure.declaration().type()));
        }
        String each = numbered("each", depth);
        return CodeBlock.of("$L -> $L", each, read(coding, each, depth + 1));
    }

    /** Writes a value, null as well. */
    CodeBlock write(Coding coding, CodeBlock out, CodeBlock value) {
        return write(coding, out, value, 1);
    }

    private CodeBlock write(Coding coding, CodeBlock out, CodeBlock value, int depth) {
        if (isPlain(coding)) {
            return CodeBlock.of("$L.$L($L)", out, method(coding), value);
        }
        if (coding instanceof Coding.Text text) {
            return CodeBlock.of(
                    "$L.writeTime($L, $T.$L)",
                    out,
                    value,
                    DateTimeFormatter.class,
                    text.format().orElseThrow());
        }
        if (coding instanceof Coding.Maybe maybe) {
            return CodeBlock.of("$L.writeOptional($L, $L)", out, value, writer(maybe.value(), depth));
        }
        if (coding instanceof Coding.Several several) {
            return CodeBlock.of("$L.writeEach($L, $L)", out, value, writer(several.element(), depth));
        }
        return coding instanceof Coding.Entries entries
                ? CodeBlock.of(
                        "$L.writeMap($L, $L, $L)",
                        out,
                        value,
                        KeyTextCode.text(entries.key()),
                        writer(entries.value(), depth))
                : CodeBlock.of("$L.writeObject($L, $L)", out, value, writer(coding, depth));
    }

    private CodeBlock writer(Coding coding, int depth) {
        if (isPlain(coding)) {
            return CodeBlock.of("$T::$L", TypeNames.PAYLOAD_OUTPUT, method(coding));
        }
        if (coding instanceof Coding.Structure structure) {
            return CodeBlock.of(
                    "$T::write$L", codec, names.get(structure.declaration().type()));
        }
        CodeBlock to = CodeBlock.of(numbered("to", depth));
        CodeBlock each = CodeBlock.of(numbered("each", depth));
        return CodeBlock.of("($L, $L) -> $L", to, each, write(coding, to, each, depth + 1));
    }

    private static String numbered(String name, int depth) {
        return depth == 1 ? name : name + depth;
    }

    private static boolean isPlain(Coding coding) {
        return coding instanceof Coding.Scalar
                || coding instanceof Coding.Constant
                || (coding instanceof Coding.Text text && text.format().isEmpty());
    }

    private static String method(Coding coding) {
        boolean isText = coding instanceof Coding.Text || (coding instanceof Coding.Scalar scalar && scalar.isText());
        return isText ? "writeText" : "write";
    }
}
