package dev.eventfold.es.processor;

/** Warns of process managers whose instances never begin or never end. */
final class LifeChecks {
    private LifeChecks() {}

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        for (ProcessManager manager : contents.managers()) {
            if (manager.keyed()) {
                boolean starts = manager.reactions().stream().anyMatch(Reaction::starts);
                boolean ends =
                        manager.behaviours().stream().anyMatch(behaviour -> behaviour.ends() || behaviour.mayEnd());
                check(manager, starts, Problem.NEVER_STARTS, diagnostics);
                check(manager, ends, Problem.NEVER_ENDS, diagnostics);
            }
        }
    }

    private static void check(ProcessManager manager, boolean does, Problem problem, Diagnostics diagnostics) {
        if (!does && problem.isWanted(manager)) {
            diagnostics.report(manager.spot(), problem, manager.type().simpleName());
        }
    }
}
