package dev.eventfold.es.benchmarks;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Peer;
import dev.eventfold.es.benchmarks.jobs.Append;
import dev.eventfold.es.benchmarks.jobs.BlockedCatchUp;
import dev.eventfold.es.benchmarks.jobs.CatchUp;
import dev.eventfold.es.benchmarks.jobs.CompileCost;
import dev.eventfold.es.benchmarks.jobs.Encoding;
import dev.eventfold.es.benchmarks.jobs.FirstTouch;
import dev.eventfold.es.benchmarks.jobs.Footprint;
import dev.eventfold.es.benchmarks.jobs.IdlePass;
import dev.eventfold.es.benchmarks.jobs.LargeOpen;
import dev.eventfold.es.benchmarks.jobs.Load;
import dev.eventfold.es.benchmarks.jobs.LongCatchUp;
import dev.eventfold.es.benchmarks.jobs.Mixed;
import dev.eventfold.es.benchmarks.jobs.RawLimits;
import dev.eventfold.es.benchmarks.jobs.ReactionsOnly;
import dev.eventfold.es.benchmarks.jobs.Soak;
import dev.eventfold.es.benchmarks.jobs.StartUp;
import dev.eventfold.es.runtime.Durability;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Every job, in the order of the report. */
final class Catalogue {
    private Catalogue() {}

    static List<Job> jobs() {
        return Stream.concat(ours().stream(), ofPeers().stream()).toList();
    }

    /** Those that were compiled in with {@code -Ppeers}, else none. */
    static List<Job> ofPeers() {
        return ofPeers(Catalogue.class.getClassLoader());
    }

    static List<Job> ofPeers(ClassLoader loader) {
        try {
            return ServiceLoader.load(Peer.class, loader).stream()
                    .flatMap(peer -> peer.get().jobs().stream())
                    .toList();
        } catch (ServiceConfigurationError e) {
            if (e.getCause() != null) {
                throw e;
            }
            // A build with peers leaves its list of them to the next one without, which has no such classes.
            return List.of();
        }
    }

    private static List<Job> ours() {
        return List.of(
                new RawLimits(),
                new Encoding(),
                new Append(Durability.FSYNC, 1, 1),
                new Append(Durability.FSYNC, 1, 10_000),
                new Append(Durability.FSYNC, 64, 1),
                new Append(Durability.FSYNC, 64, 10_000),
                new FirstTouch(),
                new Append(Durability.OS, 1, 1),
                new Mixed(),
                new CatchUp(),
                new LongCatchUp(),
                new BlockedCatchUp(),
                new ReactionsOnly(),
                new IdlePass(),
                new Load(),
                new StartUp(),
                new LargeOpen(),
                new Footprint(),
                new Soak(),
                new CompileCost());
    }

    static Job job(String name) {
        return jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
