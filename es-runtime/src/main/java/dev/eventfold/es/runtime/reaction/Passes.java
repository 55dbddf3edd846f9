package dev.eventfold.es.runtime.reaction;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** The calls under way that wait for process managers: they hear of everything that is done meanwhile, whichever thread does it. */
final class Passes {
    private final Set<Pass> underWay = new CopyOnWriteArraySet<>();
    private final Flows flows = new Flows();

    Flows flows() {
        return flows;
    }

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
