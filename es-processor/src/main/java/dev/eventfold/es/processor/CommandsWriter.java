package dev.eventfold.es.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
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
                .forEach(command -> type.addMethod(overload(modulePackage, command)));
        List<ClassRef> from =
                contents.commands().stream().map(PayloadType::type).toList();
        return GeneratedClass.ofModule(modulePackage, type, from);
    }

    private static MethodSpec overload(String modulePackage, PayloadType command) {
        ClassName commandType = TypeNames.of(command.type());
        TextForm id = id(modulePackage, command);
        MethodSpec.Builder method = MethodSpec.methodBuilder("to")
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
                .addModifiers(Modifier.STATIC)
                .returns(TypeNames.COMMAND_ENVELOPE)
                .addParameter(TypeNames.of(id), "id")
                .addParameter(commandType, "command");
        if (command.declaration().visibility() == Visibility.PUBLIC) {
            method.addModifiers(Modifier.PUBLIC);
        }
        silence(method, command);
        return method.addCode(
                        command instanceof Payload payload
                                ? envelope(payload, id, "command")
                                : choice(modulePackage, command, id))
                .build();
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
    private static CodeBlock choice(String modulePackage, PayloadType family, TextForm id) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<Payload> nameable = family.members().stream()
                .filter(member -> member.reaches(modulePackage))
                .toList();
        for (Payload member : nameable) {
            code.beginControlFlow("if (command instanceof $T member)", TypeNames.of(member.type()))
                    .add(envelope(member, id, "member"))
                    .endControlFlow();
        }
        return code.addStatement(
                        "throw new $T($S + command)",
                        IllegalArgumentException.class,
                        "not one of " + TypeNames.of(family.type()).simpleName() + ": command=")
                .build();
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
