package dev.eventfold.es.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes {@code Commands}: one overload for each command and each sealed family. */
final class CommandsWriter {
    static final String NAME = "Commands";

    private CommandsWriter() {}

    static GeneratedClass write(String modulePackage, ModuleContents contents) {
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addJavadoc(
                        "Says which command is for which instance. Generated from the commands of this module; do not edit.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        contents.sendable().stream()
                .filter(command -> command.reaches(modulePackage))
                .sorted(Comparator.comparing(PayloadType::aggregate).thenComparing(PayloadType::type))
                .forEach(command -> overloads(modulePackage, command).forEach(type::addMethod));
        List<ClassRef> from =
                contents.commands().stream().map(PayloadType::type).toList();
        return GeneratedClass.ofModule(modulePackage, type, from);
    }

    /** The overload, and the methods that it is split into. */
    private static List<MethodSpec> overloads(String modulePackage, PayloadType command) {
        TextForm id = id(modulePackage, command);
        List<CodeBlock> bodies = command instanceof Payload payload
                ? List.of(envelope(payload, id, "command"))
                : choices(modulePackage, command, id);
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(overload(command, id).addCode(bodies.get(0)).build());
        for (int at = 1; at < bodies.size(); at++) {
            methods.add(method(part(at), command, id)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addCode(bodies.get(at))
                    .build());
        }
        return methods;
    }

    private static String part(int at) {
        return "to_part" + (at + 1);
    }

    private static MethodSpec.Builder overload(PayloadType command, TextForm id) {
        ClassName commandType = TypeNames.of(command.type());
        MethodSpec.Builder method = method("to", command, id)
                .addJavadoc(
                        """
                        $L to an instance of {@code $L}.

                        @param id the instance
                        @param command the command
                        @return the envelope
                        """,
                        command instanceof Family
                                ? CodeBlock.of("Any {@link $T}", commandType)
                                : CodeBlock.of("{@link $T}", commandType),
                        JavadocText.of(command.aggregate()))
                .addModifiers(Modifier.STATIC);
        return command.declaration().visibility() == Visibility.PUBLIC ? method.addModifiers(Modifier.PUBLIC) : method;
    }

    private static MethodSpec.Builder method(String name, PayloadType command, TextForm id) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .returns(TypeNames.COMMAND_ENVELOPE)
                .addParameter(TypeNames.of(id), "id")
                .addParameter(TypeNames.of(command.type()), "command");
        silence(method, command);
        return method;
    }

    /** After an error the overload is written all the same, for whatever the caller passes. */
    private static TextForm id(String modulePackage, PayloadType command) {
        return command.id().reaches(modulePackage) ? command.id() : TextForm.unusable("", Optional.empty());
    }

    private static CodeBlock envelope(Payload payload, TextForm id, String command) {
        return CodeBlock.builder()
                .addStatement(
                        "return $T.of(\nnew $T<>($S, $S, $T.class), $L, $L)",
                        TypeNames.COMMAND_ENVELOPE,
                        TypeNames.COMMAND_TYPE,
                        payload.aggregate(),
                        payload.name(),
                        TypeNames.of(payload.type()),
                        TextCode.of(id, CodeBlock.of("id")),
                        command)
                .build();
    }

    /**
     * A switch over patterns reads better, but needs Java 21. To call the member's own overload would be shorter, but javac looks at every
     * overload for each call: in a module of 2,000 commands that was half of its time.
     */
    private static List<CodeBlock> choices(String modulePackage, PayloadType family, TextForm id) {
        List<Payload> nameable = family.members().stream()
                .filter(member -> member.reaches(modulePackage))
                .toList();
        List<CodeBlock> parts = new ArrayList<>();
        for (int from = 0; from + SwitchMethods.MOST_CASES < nameable.size(); from += SwitchMethods.MOST_CASES) {
            parts.add(choice(nameable.subList(from, from + SwitchMethods.MOST_CASES), id)
                    .addStatement("return $L(id, command)", part(parts.size() + 1))
                    .build());
        }
        parts.add(choice(nameable.subList(parts.size() * SwitchMethods.MOST_CASES, nameable.size()), id)
                .addStatement(
                        "throw new $T($S + command)",
                        IllegalArgumentException.class,
                        "not one of " + TypeNames.of(family.type()).simpleName() + ": command=")
                .build());
        return parts;
    }

    private static CodeBlock.Builder choice(List<Payload> members, TextForm id) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Payload member : members) {
            code.beginControlFlow("if (command instanceof $T member)", TypeNames.of(member.type()))
                    .add(envelope(member, id, "member"))
                    .endControlFlow();
        }
        return code;
    }

    private static void silence(MethodSpec.Builder method, PayloadType command) {
        Set<String> lint = new TreeSet<>(command.lint());
        lint.addAll(command.id().lint());
        command.members().forEach(member -> lint.addAll(member.lint()));
        if (!lint.isEmpty()) {
            AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
            lint.forEach(key -> suppress.addMember("value", "$S", key));
            method.addAnnotation(suppress.build());
        }
    }
}
