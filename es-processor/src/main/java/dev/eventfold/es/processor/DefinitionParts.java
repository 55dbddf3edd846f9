package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What the definitions of aggregates and of whatever events are passed to have in common. */
final class DefinitionParts {
    /** What javac infers the element of without effort; that of a thousand different ones takes it minutes. */
    private static final int FEW = 10;

    static final String SUFFIX = "Definition";

    private DefinitionParts() {}

    static TypeSpec.Builder begin(ClassRef source, ClassName contract, CodeBlock javadoc) {
        ClassName state = TypeNames.of(source);
        return TypeSpec.classBuilder(source.companion(SUFFIX).simpleName())
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(contract, state))
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("For the module class.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .build());
    }

    /** Everything that the definition names, for the compile that reads it back. */
    static List<ClassRef> sources(Declared source, Stream<Case> calls) {
        List<ClassRef> sources = new ArrayList<>(List.of(source.type()));
        calls.flatMap(call -> call.target().payload().stream())
                .map(Payload::type)
                .forEach(sources::add);
        return sources;
    }

    /** The warnings that the definition gets for its class and for what it names and calls in its cases. */
    static Set<String> lint(Declared source, Stream<Case> calls) {
        Set<String> lint = new TreeSet<>(source.lint());
        calls.forEach(call -> {
            lint.addAll(call.method().lint());
            call.target().payload().ifPresent(payload -> {
                lint.addAll(payload.lint());
                lint.addAll(payload.evolution().lint());
            });
        });
        return lint;
    }

    static MethodSpec constant(String name, TypeName type, String format, Object... values) {
        return Signature.of(name, type)
                .override()
                .addStatement("return " + format, values)
                .build();
    }

    static MethodSpec type(ClassName state) {
        ParameterizedTypeName type = ParameterizedTypeName.get(ClassName.get(Class.class), state);
        return constant("type", type, "$T.class", state);
    }

    static MethodSpec initial(ClassName state) {
        return constant("initial", state, "new $T()", state);
    }

    /** Names the codecs, where there are any: most definitions have some. */
    static void addCodecs(TypeSpec.Builder type, List<ClassRef> codecs) {
        if (!codecs.isEmpty()) {
            type.addMethod(list(
                    "codecs",
                    TypeNames.PAYLOAD_CODEC,
                    codecs.stream()
                            .map(codec -> CodeBlock.of("new $T()", TypeNames.of(codec)))
                            .toList()));
        }
    }

    /** A method that returns a fixed list, one element a line where there are several. */
    static MethodSpec list(String name, TypeName element, List<CodeBlock> elements) {
        CodeBlock.Builder body = elements.size() <= FEW
                ? CodeBlock.builder().add("return $T.of(", TypeNames.LIST)
                : CodeBlock.builder().add("return $T.<$T>of(", TypeNames.LIST, element);
        if (elements.size() == 1) {
            body.add(elements.get(0));
        } else if (!elements.isEmpty()) {
            body.add("\n$>$>").add(CodeBlock.join(elements, ",\n")).add("$<$<");
        }
        return Signature.of(name, TypeNames.listOf(element))
                .override()
                .addCode(body.add(");\n").build())
                .build();
    }
}
