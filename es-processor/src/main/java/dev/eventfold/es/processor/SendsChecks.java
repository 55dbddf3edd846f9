package dev.eventfold.es.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Warns of reactions that do not say what they send, where others of their process manager do. */
final class SendsChecks {
    private SendsChecks() {}

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        for (ProcessManager manager : contents.managers()) {
            if (Problem.UNSAID_SENDS.isWanted(manager)) {
                speaking(manager).ifPresent(other -> check(manager, other, diagnostics));
            }
        }
    }

    private static void check(ProcessManager manager, UserMethod other, Diagnostics diagnostics) {
        Map<SourceSpot, UserMethod> silent = new LinkedHashMap<>();
        manager.behaviours().stream()
                .filter(behaviour -> !behaviour.sends().known())
                .map(Behaviour::method)
                .forEach(method -> silent.putIfAbsent(method.spot(), method));
        silent.forEach((spot, method) ->
                diagnostics.report(spot, Problem.UNSAID_SENDS, method.described(), other.described()));
    }

    private static Optional<UserMethod> speaking(ProcessManager manager) {
        return manager.behaviours().stream()
                .filter(behaviour -> !behaviour.sends().named().isEmpty())
                .map(Behaviour::method)
                .findFirst();
    }
}
