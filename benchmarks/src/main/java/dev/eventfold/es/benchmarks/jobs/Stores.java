package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Stores that jobs begin with. */
final class Stores {
    /** Ids have 20 characters, as many as an id of a real program. */
    private static final String ID = "source-%013d";

    private static final int MOST_PER_COMMIT = 10;

    private Stores() {}

    /** The id of the n-th source. */
    static String id(long n) {
        return ID.formatted(n);
    }

    /** For what is not measured: nobody waits for the disk. */
    static AggregateStore openFast(Path directory) {
        return AggregateStore.builder().durability(Durability.OS).open(directory);
    }

    /** A closed store of sources, each with the same number of events, mixed as they would be in life. */
    static Path filled(Path directory, int streams, int eventsOfEach) {
        try (AggregateStore store = openFast(directory)) {
            fill(store, 0, streams, eventsOfEach);
        }
        return directory;
    }

    /** Writes events of some sources, in turns of a few. */
    static void fill(AggregateStore store, int firstStream, int streams, int eventsOfEach) {
        for (int written = 0; written < eventsOfEach; written += MOST_PER_COMMIT) {
            int more = Math.min(MOST_PER_COMMIT, eventsOfEach - written);
            for (int i = firstStream; i < firstStream + streams; i++) {
                store.execute(Commands.to(id(i), new Source.TickOften(more)));
            }
        }
    }

    /** A copy of a closed store. */
    static Path copy(Path from, Path to) throws IOException {
        Workbench.delete(to);
        try (Stream<Path> walk = Files.walk(from)) {
            List<Path> all = walk.toList();
            for (Path path : all) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }

    /** The bytes of the log. */
    static long logBytes(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("events"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
