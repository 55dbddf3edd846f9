package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Writes the codec of what one class declares. */
final class CodecWriter {
    private static final TypeName ANY_CLASS =
            ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));

    /** What a method that reads names itself, in lambdas too, and what a constant or a class can be called. */
    private static final Pattern TAKEN = Pattern.compile("in|member|keyText|each[0-9]*|\\p{Lu}.*|.*_MEMBERS");

    private final CodecContents contents;
    private final CodecNames names;
    private final CodingCode code;

    private CodecWriter(CodecContents contents) {
        this.contents = contents;
        this.names = new CodecNames(contents);
        this.code = new CodingCode(TypeNames.of(CodecContents.nameOf(contents.outermost())), names.ofMethods());
    }

    static GeneratedClass write(CodecContents contents) {
        return new CodecWriter(contents).write();
    }

    private GeneratedClass write() {
        ClassRef outermost = contents.outermost();
        boolean isPublic =
                contents.payloads().stream().anyMatch(type -> type.declaration().visibility() == Visibility.PUBLIC);
        TypeSpec.Builder type = TypeSpec.classBuilder(
                        CodecContents.nameOf(outermost).simpleName())
                .addJavadoc(
                        "How the payloads of {@link $T} are stored. Generated from it; do not edit.\n",
                        TypeNames.of(outermost))
                .addModifiers(
                        isPublic ? new Modifier[] {Modifier.PUBLIC, Modifier.FINAL} : new Modifier[] {Modifier.FINAL})
                .addSuperinterface(TypeNames.PAYLOAD_CODEC);
        contents.all().map(this::members).forEach(type::addField);
        type.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("For definitions.\n")
                .addModifiers(isPublic ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0])
                .build());
        addDispatch(type);
        contents.all().forEach(coded -> type.addMethod(reader(coded)).addMethod(writer(coded)));
        List<ClassRef> from = contents.all().map(CodedType::type).toList();
        return GeneratedClass.beside(outermost, type, from, contents.lint());
    }

    private FieldSpec members(CodedType type) {
        CodeBlock all = type.members().stream()
                .map(member -> CodeBlock.of("$S", member.name()))
                .collect(CodeBlock.joining(", "));
        CodeBlock optional = type.members().stream()
                .filter(CodedType.Member::isOptional)
                .map(member -> CodeBlock.of("$S", member.name()))
                .collect(CodeBlock.joining(", "));
        CodeBlock value = CodeBlock.of("$T.of($L)", TypeNames.MEMBERS, all);
        return FieldSpec.builder(
                        TypeNames.MEMBERS, names.constant(type), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(optional.isEmpty() ? value : CodeBlock.of("$L.optional($L)", value, optional))
                .build();
    }

    private void addDispatch(TypeSpec.Builder type) {
        type.addMethod(DefinitionParts.list(
                "types",
                ANY_CLASS,
                contents.payloads().stream()
                        .map(payload -> CodeBlock.of("$T.class", TypeNames.of(payload.type())))
                        .toList()));
        type.addMethod(method("read")
                .returns(ClassName.OBJECT)
                .addParameter(TypeName.INT, "type")
                .addParameter(TypeNames.PAYLOAD_INPUT, "in")
                .addCode("return switch (type) {\n$>")
                .addCode(cases((payload, name) -> CodeBlock.of("read$L(in)", name)))
                .addCode("$<};\n")
                .build());
        type.addMethod(method("write")
                .addParameter(TypeName.INT, "type")
                .addParameter(ClassName.OBJECT, "value")
                .addParameter(TypeNames.PAYLOAD_OUTPUT, "out")
                .addCode("switch (type) {\n$>")
                .addCode(cases((payload, name) ->
                        CodeBlock.of("write$L(out, ($T) value)", name, TypeNames.of(payload.type()))))
                .addCode("$<}\n")
                .build());
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private CodeBlock cases(BiFunction<CodedType, String, CodeBlock> arm) {
        CodeBlock.Builder cases = CodeBlock.builder();
        List<CodedType> payloads = contents.payloads();
        for (int at = 0; at < payloads.size(); at++) {
            CodedType payload = payloads.get(at);
            cases.add("case $L -> $L;\n", at, arm.apply(payload, names.method(payload)));
        }
        return cases.add("default -> throw unknown(type);\n").build();
    }

    private MethodSpec reader(CodedType type) {
        ClassName result = TypeNames.of(type.type());
        MethodSpec.Builder method = MethodSpec.methodBuilder("read" + names.method(type))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(result)
                .addParameter(TypeNames.PAYLOAD_INPUT, "in");
        if (type.isRecord()) {
            type.members()
                    .forEach(member -> method.addStatement(
                            "$T $N = $L",
                            CodingCode.type(member.coding()),
                            variable(type, member),
                            CodingCode.initial(member.coding())));
            method.addStatement("in.beginRecord($L)", names.constant(type));
            addLoop(method, type, "");
            CodeBlock arguments = type.members().stream()
                    .map(member -> CodeBlock.of("$N", variable(type, member)))
                    .collect(CodeBlock.joining(", "));
            return method.addStatement("return new $T($L)", result, arguments).build();
        }
        method.addStatement("$T value = new $T()", result, result);
        method.addStatement("in.beginFields($L)", names.constant(type));
        addLoop(method, type, "value.");
        return method.addStatement("return value").build();
    }

    private void addLoop(MethodSpec.Builder method, CodedType type, String owner) {
        if (type.members().isEmpty()) {
            method.addStatement("in.nextMember()");
            return;
        }
        method.addCode(
                "for (int member = in.nextMember(); member != $T.END; member = in.nextMember()) {\n$>switch (member) {\n$>",
                TypeNames.PAYLOAD_INPUT);
        for (int at = 0; at < type.members().size(); at++) {
            CodedType.Member member = type.members().get(at);
            String target = owner.isEmpty() ? variable(type, member) : owner + member.name();
            method.addCode("case $L -> $L = $L;\n", at, target, code.read(member.coding()));
        }
        method.addCode("$<}\n$<}\n");
    }

    /** A component may have the name of what the method has already, or of a class or constant that Java would then not see. */
    private static String variable(CodedType type, CodedType.Member member) {
        if (!TAKEN.matcher(member.name()).matches()) {
            return member.name();
        }
        String tail = "_";
        while (endsOne(type, tail)) {
            tail = tail + "_";
        }
        return member.name() + tail;
    }

    private static boolean endsOne(CodedType type, String tail) {
        return type.members().stream().anyMatch(member -> member.name().endsWith(tail));
    }

    private MethodSpec writer(CodedType type) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write" + names.method(type))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(TypeNames.PAYLOAD_OUTPUT, "out")
                .addParameter(TypeNames.of(type.type()), type.members().isEmpty() ? "unused" : "value")
                .addStatement("out.beginObject()");
        for (CodedType.Member member : type.members()) {
            CodeBlock value = CodeBlock.of(type.isRecord() ? "value.$L()" : "value.$L", member.name());
            method.addStatement(
                    "$L", code.write(member.coding(), CodeBlock.of("out.member($S)", member.name()), value));
        }
        return method.addStatement("out.endObject()").build();
    }
}
