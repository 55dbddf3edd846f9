package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/** Code that says what an event, a command or the state of a process manager was before. */
final class EvolutionCode {
    private EvolutionCode() {}

    /** A {@code CommandType} or {@code EventType}. */
    static CodeBlock payloadType(ClassName type, Payload payload) {
        ClassName payloadClass = TypeNames.of(payload.type());
        return payload.evolution().equals(Evolution.FIRST)
                ? CodeBlock.of("new $T<>($S, $S, $T.class)", type, payload.aggregate(), payload.name(), payloadClass)
                : CodeBlock.of(
                        "new $T<>(\n$>$>$S,\n$S,\n$T.class,\n$L$<$<)",
                        type,
                        payload.aggregate(),
                        payload.name(),
                        payloadClass,
                        of(payload.evolution()));
    }

    static CodeBlock of(Evolution evolution) {
        boolean isShort = evolution.upcasters().size() <= 1;
        CodeBlock versions = versions(evolution, isShort);
        CodeBlock names = evolution.formerNames().stream()
                .map(name -> CodeBlock.of("$S", name))
                .collect(CodeBlock.joining(", "));
        return evolution.formerNames().isEmpty()
                ? versions
                : CodeBlock.of(isShort ? "$L.formerly($L)" : "$L\n$>$>.formerly($L)$<$<", versions, names);
    }

    private static CodeBlock versions(Evolution evolution, boolean isShort) {
        CodeBlock steps =
                evolution.upcasters().stream().map(EvolutionCode::step).collect(CodeBlock.joining(",\n"));
        return evolution.upcasters().isEmpty()
                ? CodeBlock.of("$T.FIRST", TypeNames.EVOLUTION)
                : CodeBlock.of(isShort ? "$T.through($L)" : "$T.through(\n$>$>$L$<$<)", TypeNames.EVOLUTION, steps);
    }

    private static CodeBlock step(Evolution.Upcaster upcaster) {
        CodeBlock method = CodeBlock.of("$T::$L", TypeNames.of(upcaster.owner()), upcaster.method());
        return upcaster.takesMembers()
                ? CodeBlock.of("$T.ofMembers($L, $L)", TypeNames.UPCASTER, upcaster.from(), method)
                : CodeBlock.of(
                        "new $T<>($L, $T.class, $L)",
                        TypeNames.UPCASTER,
                        upcaster.from(),
                        TypeNames.of(upcaster.reads().type()),
                        method);
    }
}
