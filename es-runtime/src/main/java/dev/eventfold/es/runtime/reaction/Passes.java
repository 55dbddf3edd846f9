package dev.eventfold.es.runtime.reaction;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** The passes under way, which hear of everything that process managers do meanwhile, whichever thread does it. */
final class Passes {
    private final Set<Pass> underWay = new CopyOnWriteArraySet<>();

    void begin(Pass pass) {
        underWay.add(pass);
    }

    void end(Pass pass) {
        underWay.remove(pass);
    }

    /** Must be called before the position of the process manager moves, so that nobody thinks a pass is over. */
    void record(String processManager, List<Step> steps) {
        for (Pass pass : underWay) {
            pass.record(processManager, steps);
        }
    }
}
