package dev.eventfold.es.runtime.store.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Closes several things: all of them, whatever one throws. */
final class Closing {
    private Closing() {}

    /** Closes those that are there, in order, and throws the first failure with the others on it. */
    static void all(@Nullable Closeable... files) throws IOException {
        @Nullable Throwable first = null;
        for (Closeable file : files) {
            try {
                if (file != null) {
                    file.close();
                }
            } catch (IOException | RuntimeException | Error e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first instanceof IOException failed) {
            throw failed;
        }
        if (first instanceof RuntimeException broken) {
            throw broken;
        }
        if (first instanceof Error error) {
            throw error;
        }
    }
}
