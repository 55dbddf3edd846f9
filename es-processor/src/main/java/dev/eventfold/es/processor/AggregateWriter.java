package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the definition of an aggregate. */
final class AggregateWriter {
    private AggregateWriter() {}

    static GeneratedClass write(Aggregate aggregate, List<ClassRef> codecs) {
        ClassName state = TypeNames.of(aggregate.type());
        TypeSpec.Builder type = DefinitionParts.begin(
                aggregate.type(),
                TypeNames.AGGREGATE_DEFINITION,
                CodeBlock.of(
                        "What {@link $T} decides and applies, as the run time calls it. Generated from it; do not edit.\n",
                        state));
        type.addMethod(DefinitionParts.constant("name", TypeNames.STRING, "$S", aggregate.name()));
        type.addMethod(DefinitionParts.type(state));
        type.addMethod(DefinitionParts.list(
                "commands",
                TypeNames.ofAnything(TypeNames.COMMAND_TYPE),
                payloadTypes(TypeNames.COMMAND_TYPE, aggregate.handlers())));
        type.addMethod(DefinitionParts.list(
                "events",
                TypeNames.ofAnything(TypeNames.EVENT_TYPE),
                payloadTypes(TypeNames.EVENT_TYPE, aggregate.appliers())));
        DefinitionParts.addCodecs(type, codecs);
        type.addMethod(DefinitionParts.initial(state));
        addHandle(type, aggregate, state);
        addApply(type, aggregate, state);
        return GeneratedClass.beside(
                aggregate.type(),
                type,
                DefinitionParts.sources(aggregate, calls(aggregate)),
                DefinitionParts.lint(aggregate, calls(aggregate)));
    }

    private static void addHandle(TypeSpec.Builder type, Aggregate aggregate, ClassName state) {
        Signature handle = Signature.of(
                "handle",
                TypeNames.listOf(ClassName.OBJECT),
                ParameterSpec.builder(state, "state").build(),
                ParameterSpec.builder(TypeNames.RECEIVED_COMMAND, "command").build());
        SwitchMethods.of(
                        handle.override(),
                        handle,
                        CodeBlock.of("command.command()"),
                        arms(aggregate.handlers(), call -> CallCode.results(call, Kind.COMMAND)),
                        Arm.unknown("command"))
                .forEach(type::addMethod);
    }

    private static void addApply(TypeSpec.Builder type, Aggregate aggregate, ClassName state) {
        Signature apply = Signature.of(
                "apply",
                state,
                ParameterSpec.builder(state, "state").build(),
                ParameterSpec.builder(TypeNames.RECORDED_EVENT, "event").build());
        SwitchMethods.of(
                        apply.override(),
                        apply,
                        CodeBlock.of("event.event()"),
                        arms(aggregate.appliers(), CallCode::state),
                        Arm.unknown("event"))
                .forEach(type::addMethod);
    }

    private static SortedMap<String, Arm> arms(List<Case> cases, Function<Case, Arm> arm) {
        SortedMap<String, Arm> arms = new TreeMap<>();
        cases.forEach(call -> call.target().names().forEach(name -> arms.put(name, arm.apply(call))));
        return arms;
    }

    private static List<CodeBlock> payloadTypes(ClassName type, List<Case> cases) {
        return cases.stream()
                .flatMap(call -> call.target().payload().stream())
                .map(payload -> EvolutionCode.payloadType(type, payload))
                .toList();
    }

    private static Stream<Case> calls(Aggregate aggregate) {
        return Stream.concat(aggregate.handlers().stream(), aggregate.appliers().stream());
    }
}
