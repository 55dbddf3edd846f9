package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.RebuildReport;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.View;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Rebuilds process managers, each one at a time, and goes on with those that were interrupted while the program is the same, or clears up after them. */
final class Rebuilds {
    private final LogHost host;
    private final RebuildCommits commits;
    private final RegistrationLog registrations;
    private final Supplier<String> program;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Rebuilds(LogHost host, RegistrationEvents events, Supplier<String> program) {
        this.host = host;
        this.commits = new RebuildCommits(host, events);
        this.registrations = new RegistrationLog(host.store(), View.DECIDED);
        this.program = program;
    }

    /** Removes rows that nobody uses and that no rebuild can go on with. */
    void removeLeftovers() {
        registrations.withLeftovers().forEach(kept -> commits.removeLeftovers(kept, resumable(kept)));
    }

    /** The generation that this program began and did not end, so that it can be gone on with; 0 when there is none. */
    private int resumable(Registration kept) {
        return begun(kept).map(RebuildCheckpoint::generation).orElse(0);
    }

    private Optional<RebuildCheckpoint> begun(Registration kept) {
        return RebuildCheckpoints.find(host.store(), kept.keptAs())
                .filter(checkpoint -> kept.leftovers().contains(checkpoint.generation()))
                .filter(checkpoint -> checkpoint.generation() > kept.generation())
                .filter(checkpoint ->
                        !checkpoint.program().isEmpty() && checkpoint.program().equals(program.get()));
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
        RebuildCheckpoint begun = begun(registration).orElseGet(() -> begin(registration));
        int generation = begun.generation();
        Rebuild<P> rebuild = new Rebuild<>(host, runner.definition(), runner, registration, begun);
        try {
            rebuild.catchUp();
            runner.goOnIn(generation, rebuild::finish, commits.switched(registration.keptAs(), generation));
        } catch (StoreFailed e) {
            // It was interrupted, and can be gone on with.
            throw e;
        } catch (RuntimeException | Error e) {
            removeAfter(e, registration, generation);
            throw e;
        }
        commits.removeRows(registration.keptAs(), registration.generation(), generation);
        return rebuild.report();
    }

    private RebuildCheckpoint begin(Registration registration) {
        int generation = registration.newest() + 1;
        commits.begin(registration.keptAs(), generation);
        return RebuildCheckpoint.begin(generation, program.get());
    }

    private void removeAfter(Throwable failure, Registration before, int generation) {
        try {
            if (host.generations().of(before.keptAs()) != generation) {
                commits.removeRows(before.keptAs(), generation, before.generation());
            }
        } catch (RuntimeException e) {
            // They are removed when the store is opened again.
            failure.addSuppressed(e);
        }
    }
}
