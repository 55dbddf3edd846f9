package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.Durability;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.file.FileEventStore;
import dev.eventfold.es.runtime.store.file.FileStoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A log in the directory for temporary files, made when it is asked for and gone when this is closed. */
final class TemporaryLog implements Supplier<EventStore>, AutoCloseable {
    private @Nullable Path directory;
    private @Nullable EventStore log;

    @Override
    public EventStore get() {
        try {
            Path made = Files.createTempDirectory("eventfold-shadow");
            directory = made;
            EventStore opened =
                    FileEventStore.open(made, FileStoreOptions.standard().withDurability(Durability.OS));
            log = opened;
            return opened;
        } catch (IOException e) {
            throw new StoreFailed("a temporary directory cannot be made: cause=" + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            if (log != null) {
                log.close();
            }
        } finally {
            if (directory != null) {
                delete(directory);
            }
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StoreFailed(
                    "a temporary directory cannot be removed: directory=" + directory + ", cause=" + e.getMessage(), e);
        }
    }
}
