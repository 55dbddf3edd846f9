package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the definition of a process manager. */
final class ProcessManagerWriter {
    private ProcessManagerWriter() {}

    static GeneratedClass write(ProcessManager manager, List<ClassRef> codecs) {
        ClassName state = TypeNames.of(manager.type());
        TypeSpec.Builder type = DefinitionParts.begin(
                manager.type(),
                TypeNames.PROCESS_MANAGER_DEFINITION,
                CodeBlock.of(
                        "What {@link $T} reacts to and how, as the run time calls it. Generated from it; do not edit.\n",
                        state));
        SendsCode sends = SendsCode.of(manager);
        sends.constants().forEach(type::addField);
        addConstants(type, manager, state);
        addEvolution(type, manager);
        type.addMethod(DefinitionParts.list(
                "subscriptions", TypeNames.SUBSCRIPTION, ConsumerParts.subscriptions(manager, sends::argument)));
        DefinitionParts.addCodecs(type, codecs);
        type.addMethod(DefinitionParts.initial(state));
        ConsumerParts.addKeys(type, manager);
        addApply(type, manager, state);
        addReact(type, manager, state);
        addRejections(type, manager, state, sends);
        addTimeouts(type, manager, state, sends);
        return GeneratedClass.beside(
                manager.type(), type, DefinitionParts.sources(manager, calls(manager)), lint(manager));
    }

    private static Set<String> lint(ProcessManager manager) {
        Set<String> lint = ConsumerParts.lint(manager);
        lint.addAll(manager.evolution().lint());
        manager.expiries().forEach(expiry -> lint.addAll(expiry.method().lint()));
        return lint;
    }

    private static void addConstants(TypeSpec.Builder type, ProcessManager manager, ClassName state) {
        ProcessManager.Policy policy = manager.policy();
        type.addMethod(DefinitionParts.constant("name", TypeNames.STRING, "$S", manager.name()));
        type.addMethod(DefinitionParts.type(state));
        type.addMethod(DefinitionParts.constant("keyed", TypeName.BOOLEAN, "$L", manager.keyed()));
        type.addMethod(DefinitionParts.constant(
                "onFailure", TypeNames.ON_FAILURE, "$T.$L", TypeNames.ON_FAILURE, policy.onFailure()));
        type.addMethod(DefinitionParts.constant(
                "startFrom", TypeNames.START_FROM, "$T.$L", TypeNames.START_FROM, policy.startFrom()));
        type.addMethod(DefinitionParts.constant("strict", TypeName.BOOLEAN, "$L", policy.strict()));
    }

    private static void addEvolution(TypeSpec.Builder type, ProcessManager manager) {
        if (!manager.evolution().equals(Evolution.FIRST)) {
            type.addMethod(DefinitionParts.constant(
                    "evolution", TypeNames.EVOLUTION, "$L", EvolutionCode.of(manager.evolution())));
        }
        ConsumerParts.addEvolvedEvents(type, calls(manager));
    }

    private static void addApply(TypeSpec.Builder type, ProcessManager manager, ClassName state) {
        if (!manager.appliers().isEmpty()) {
            Signature apply = Signature.of(
                    "apply", state, ParameterSpec.builder(state, "state").build(), ConsumerParts.EVENT);
            EventDispatch dispatch = EventDispatch.ofEvents(
                    apply,
                    "applyFrom",
                    Arm.value(CodeBlock.of("state")),
                    ConsumerParts.several(manager) || reactsToAny(manager));
            manager.appliers().forEach(call -> dispatch.add(call.target(), CallCode.state(call)));
            dispatch.methods().forEach(type::addMethod);
        }
    }

    private static void addReact(TypeSpec.Builder type, ProcessManager manager, ClassName state) {
        Signature react = Signature.of(
                "react",
                TypeNames.listOf(TypeNames.EFFECT),
                ParameterSpec.builder(state, "state").build(),
                ConsumerParts.EVENT);
        EventDispatch dispatch =
                EventDispatch.ofEvents(react, "reactTo", Arm.unknown("event"), ConsumerParts.several(manager));
        manager.reactions()
                .forEach(reaction -> dispatch.add(reaction.target(), CallCode.results(reaction.call(), Kind.EVENT)));
        dispatch.methods().forEach(type::addMethod);
    }

    private static void addRejections(TypeSpec.Builder type, ProcessManager manager, ClassName state, SendsCode sends) {
        if (manager.answers().isEmpty()) {
            return;
        }
        type.addMethod(DefinitionParts.list(
                "rejectionReactions",
                TypeNames.REJECTION_REACTION,
                manager.answers().stream()
                        .map(answer -> CodeBlock.of(
                                "new $T($S, $S, $L$L)",
                                TypeNames.REJECTION_REACTION,
                                answer.target().aggregate(),
                                answer.target().name(),
                                answer.ends(),
                                sends.argument(answer)))
                        .toList()));
        Signature react = Signature.of(
                "reactToRejection",
                TypeNames.listOf(TypeNames.EFFECT),
                ParameterSpec.builder(state, "state").build(),
                ParameterSpec.builder(TypeNames.REJECTED_COMMAND, "rejected").build());
        boolean several = manager.answers().stream()
                        .map(answer -> answer.target().aggregate())
                        .distinct()
                        .count()
                > 1;
        EventDispatch dispatch = EventDispatch.ofRejections(react, "reactToRejectionBy", several);
        manager.answers().forEach(answer -> dispatch.add(answer.target(), CallCode.answer(answer)));
        dispatch.methods().forEach(type::addMethod);
    }

    private static void addTimeouts(TypeSpec.Builder type, ProcessManager manager, ClassName state, SendsCode sends) {
        if (manager.expiries().isEmpty()) {
            return;
        }
        type.addMethod(DefinitionParts.list(
                "timeoutReactions",
                TypeNames.TIMEOUT_REACTION,
                manager.expiries().stream()
                        .map(expiry -> CodeBlock.of(
                                "new $T($S, $L$L)",
                                TypeNames.TIMEOUT_REACTION,
                                expiry.name(),
                                expiry.ends(),
                                sends.argument(expiry)))
                        .toList()));
        Signature react = Signature.of(
                "reactToTimeout",
                TypeNames.listOf(TypeNames.EFFECT),
                ParameterSpec.builder(state, "state").build(),
                ParameterSpec.builder(TypeNames.FIRED_TIMEOUT, "timeout").build());
        SortedMap<String, Arm> arms = new TreeMap<>();
        manager.expiries().forEach(expiry -> arms.put(expiry.name(), CallCode.expiry(expiry)));
        SwitchMethods.of(react.override(), react, CodeBlock.of("timeout.timeout()"), arms, Arm.unknown("timeout"))
                .forEach(type::addMethod);
    }

    private static boolean reactsToAny(ProcessManager manager) {
        return manager.reactions().stream()
                .anyMatch(reaction -> reaction.target().aggregate().equals(Api.ANY));
    }

    private static Stream<Case> calls(ProcessManager manager) {
        return Stream.concat(manager.reactions().stream().map(Reaction::call), manager.appliers().stream());
    }
}
