package dev.eventfold.es.processor;

import java.util.List;
import java.util.stream.Collectors;

/** Warns of process managers that react to the events of their own commands without an end. */
final class LoopChecks {
    private LoopChecks() {}

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        for (ProcessManager manager : contents.managers()) {
            if (Problem.LOOP.isWanted(manager)) {
                new Loops(contents.eventNames().current(manager), contents.aggregates())
                        .find()
                        .forEach(loop -> report(manager, loop, diagnostics));
            }
        }
    }

    private static void report(ProcessManager manager, List<Loops.Step> loop, Diagnostics diagnostics) {
        Loops.Step first = loop.get(0);
        SourceSpot spot = first.from().sends().named().stream()
                .filter(sent -> sent.command().members().contains(first.command()))
                .map(Sent::spot)
                .findFirst()
                .orElse(manager.spot());
        diagnostics.report(spot, Problem.LOOP, manager.type().simpleName(), way(loop));
    }

    private static String way(List<Loops.Step> loop) {
        String start = outcome(loop.get(loop.size() - 1));
        return loop.stream()
                .map(step -> name(step.command()) + " → " + outcome(step))
                .collect(Collectors.joining(" → ", start + " → ", ""));
    }

    private static String outcome(Loops.Step step) {
        return step.event().map(LoopChecks::name).orElse("its rejection");
    }

    private static String name(Payload payload) {
        return payload.aggregate() + "/" + payload.name();
    }
}
