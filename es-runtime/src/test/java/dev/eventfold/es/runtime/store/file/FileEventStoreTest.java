package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.conformance.EventStoreConformance;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class FileEventStoreTest extends EventStoreConformance {
    @TempDir
    private Path directory;

    FileStoreOptions options() {
        return FileStoreOptions.standard();
    }

    @Override
    protected EventStore open() {
        return FileEventStore.open(directory, options());
    }

    @Override
    protected Optional<EventStore> reopen(EventStore store) {
        return Optional.of(open());
    }
}
