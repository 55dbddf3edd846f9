package dev.eventfold.es.runtime.engine;

import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.Copyable;
import dev.eventfold.es.runtime.store.EventStore;
import java.nio.file.Path;
import java.util.Objects;

/** Copies a store that has files. */
final class StoreCopy {
    private StoreCopy() {}

    static void write(EventStore store, Path directory) {
        UserCode.refuse("backup");
        Objects.requireNonNull(directory, "directory");
        if (!(store instanceof Copyable files)) {
            throw new StoreFailed("a store in memory has no files to copy: directory=" + directory, null);
        }
        files.copyTo(directory);
    }
}
