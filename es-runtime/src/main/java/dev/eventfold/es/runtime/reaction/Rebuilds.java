package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.RebuildReport;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.View;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rebuilds process managers, each one at a time, and clears up after rebuilds that were interrupted. */
final class Rebuilds {
    private final LogHost host;
    private final RebuildCommits commits;
    private final RegistrationLog registrations;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Rebuilds(LogHost host, RegistrationEvents events) {
        this.host = host;
        this.commits = new RebuildCommits(host, events);
        this.registrations = new RegistrationLog(host.store(), View.DECIDED);
    }

    /** Removes rows that nobody uses: nobody can tell whether the code that made them is that of today, so none of them are gone on with. */
    void removeLeftovers() {
        registrations.withLeftovers().forEach(commits::removeLeftovers);
    }

    <P> RebuildReport run(ManagerRunner<P> runner) {
        UserCode.refuse("rebuild");
        if (!underWay.add(runner.name())) {
            throw new EsException("the process manager is being rebuilt already: processManager=" + runner.name());
        }
        try {
            return rebuild(runner, registrations.find(runner.name()).orElseThrow());
        } finally {
            underWay.remove(runner.name());
        }
    }

    private <P> RebuildReport rebuild(ManagerRunner<P> runner, Registration registration) {
        int generation = registration.newest() + 1;
        commits.begin(registration.keptAs(), generation);
        Rebuild<P> rebuild = new Rebuild<>(host, runner.definition(), runner, registration, generation);
        try {
            rebuild.catchUp();
            runner.goOnIn(generation, rebuild::finish, commits.switched(registration.keptAs(), generation));
        } catch (RuntimeException | Error e) {
            removeAfter(e, registration.keptAs(), generation);
            throw e;
        }
        commits.removeRows(registration.keptAs(), registration.generation());
        return rebuild.report();
    }

    private void removeAfter(Throwable failure, String keptAs, int generation) {
        try {
            if (host.generations().of(keptAs) != generation) {
                commits.removeRows(keptAs, generation);
            }
        } catch (RuntimeException e) {
            // They are removed when the store is opened again.
            failure.addSuppressed(e);
        }
    }
}
