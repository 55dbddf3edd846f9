package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Workbench;
import dev.eventfold.es.benchmarks.program.Commands;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Durability;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Stores that jobs begin with. */
public final class Stores {
    /** Ids have 20 characters, as many as an id of a real program. */
    private static final long FIRST_OF_14_DIGITS = 10_000_000_000_000L;

    private static final int MOST_PER_COMMIT = 10;

    private Stores() {}

    /**
     * The id of a source.
     *
     * @param n which one
     * @return the id
     */
    public static String id(long n) {
        // Not by a format: the JDK's formatter is a part of a cold start that is not ours.
        return "source-" + Long.toString(FIRST_OF_14_DIGITS + n).substring(1);
    }

    /**
     * Opens a store for what is not measured: nobody waits for the disk.
     *
     * @param directory where
     * @return the store
     */
    public static AggregateStore openFast(Path directory) {
        return AggregateStore.builder().durability(Durability.OS).open(directory);
    }

    /**
     * A closed store of sources, each with the same number of events, mixed as they would be in life.
     *
     * @param directory where
     * @param streams how many sources
     * @param eventsOfEach how many events each has
     * @return the directory
     */
    public static Path filled(Path directory, int streams, int eventsOfEach) {
        try (AggregateStore store = openFast(directory)) {
            fill(store, 0, streams, eventsOfEach);
        }
        return directory;
    }

    /**
     * Writes events of some sources, in turns of a few.
     *
     * @param store where to
     * @param firstStream the first source
     * @param streams how many
     * @param eventsOfEach how many events each gets
     */
    public static void fill(AggregateStore store, int firstStream, int streams, int eventsOfEach) {
        for (int written = 0; written < eventsOfEach; written += MOST_PER_COMMIT) {
            int more = Math.min(MOST_PER_COMMIT, eventsOfEach - written);
            for (int i = firstStream; i < firstStream + streams; i++) {
                store.execute(Commands.to(id(i), new Source.TickOften(more)));
            }
        }
    }

    /**
     * A copy of a closed store, on the disk.
     *
     * @param from the store
     * @param to where to; what is there is deleted
     * @return the copy
     * @throws IOException when the disk fails
     */
    public static Path copy(Path from, Path to) throws IOException {
        Workbench.delete(to);
        try (Stream<Path> walk = Files.walk(from)) {
            List<Path> all = walk.toList();
            for (Path path : all) {
                Path copy = Files.copy(path, to.resolve(from.relativize(path).toString()));
                if (Files.isRegularFile(copy)) {
                    sync(copy);
                }
            }
        }
        return to;
    }

    /** Else whoever syncs next, which is who is measured, waits for the copy as well. */
    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The bytes of the log. */
    static long logBytes(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("events"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
