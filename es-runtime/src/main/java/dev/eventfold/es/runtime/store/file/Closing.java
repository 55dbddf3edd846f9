package dev.eventfold.es.runtime.store.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Closes several things: all of them, whatever one throws. */
final class Closing {
    private Closing() {}

    /** Closes those that are there, in order, and throws the first failure with the others on it. */
    static void all(@Nullable Closeable... files) throws IOException {
        @Nullable IOException first = null;
        for (Closeable file : files) {
            try {
                if (file != null) {
                    file.close();
                }
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
