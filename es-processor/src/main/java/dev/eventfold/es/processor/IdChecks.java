package dev.eventfold.es.processor;

import java.util.HashMap;
import java.util.Map;

/** All commands of an aggregate take the same type of instance id. */
final class IdChecks {
    private IdChecks() {}

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        Map<String, PayloadType> first = new HashMap<>();
        for (PayloadType command : contents.commands()) {
            PayloadType other = first.putIfAbsent(command.aggregate(), command);
            if (other != null && isAnnotated(command) && differ(command.id(), other.id())) {
                diagnostics.report(
                        command.spot().value("id"),
                        Problem.ID_CONTRADICTION,
                        command.type().nestedName(),
                        command.id().typeName(),
                        other.type().nestedName(),
                        other.id().typeName(),
                        command.aggregate());
            }
        }
    }

    private static boolean isAnnotated(PayloadType command) {
        return !command.spot().annotation().isEmpty();
    }

    private static boolean differ(TextForm left, TextForm right) {
        return left.scalar() != TextForm.Scalar.UNUSABLE
                && right.scalar() != TextForm.Scalar.UNUSABLE
                && !left.identity().equals(right.identity());
    }
}
