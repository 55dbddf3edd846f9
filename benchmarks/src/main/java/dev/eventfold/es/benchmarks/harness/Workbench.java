package dev.eventfold.es.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a job works.
 *
 * @param length the length of the run
 * @param root a directory that belongs to the job alone, on the disk that is measured
 */
public record Workbench(Length length, Path root) {
    /**
     * An empty directory. What was there under this name is gone.
     *
     * @param name its name
     * @return the directory
     */
    public Path directory(String name) {
        Path directory = root.resolve(name);
        try {
            delete(directory);
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes a directory and all in it, if it is there.
     *
     * @param directory the directory
     * @throws IOException when that fails
     */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /**
     * Says how far the job is.
     *
     * @param text a short line
     */
    public void progress(String text) {
        System.out.println("    " + text);
    }
}
