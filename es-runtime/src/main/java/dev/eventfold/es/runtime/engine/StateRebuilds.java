package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.RebuildReport;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.program.Suggestions;
import dev.eventfold.es.runtime.projection.ProjectionHost;
import dev.eventfold.es.runtime.reaction.ProcessManagerHost;
import java.util.Set;
import java.util.TreeSet;

/** Finds what has a state that can be derived again: process managers and projections, which share one name space with subscribers. */
record StateRebuilds(Program program, ProcessManagerHost processManagers, ProjectionHost projections) {
    RebuildReport of(String consumer) {
        if (projections.knows(consumer)) {
            return projections.rebuild(consumer);
        }
        if (rebuildable().contains(consumer)) {
            return processManagers.rebuild(consumer);
        }
        if (program.movedInLog().contains(consumer)) {
            throw new EsException(
                    "a subscriber has no state to rebuild, and what it was given stays given: subscriber=" + consumer);
        }
        throw new EsException("there is no such process manager or projection: consumer=" + consumer
                + Suggestions.of(consumer, rebuildable()));
    }

    private Set<String> rebuildable() {
        Set<String> names = new TreeSet<>();
        program.processManagers().forEach(definition -> names.add(definition.name()));
        program.projections().forEach(definition -> names.add(definition.name()));
        return names;
    }
}
