package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a path can be the directory of a store, found out before anything is made there. */
final class RootPath {
    private RootPath() {}

    /** Refuses one at which, or on the way to which, there is something else than a directory. */
    static void requireDirectory(Path root) {
        Path there = nearest(root);
        if (there != null && !Files.isDirectory(there)) {
            throw new StoreFailed(
                    "the directory of a store cannot be there: directory=" + root + ", " + what(there)
                            + "; choose another",
                    null);
        }
    }

    /** What there is of a path, which may be a link that leads nowhere. */
    private static @Nullable Path nearest(Path path) {
        Path there = path;
        while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        return there;
    }

    private static String what(Path there) {
        if (!Files.isSymbolicLink(there)) {
            return "file=" + there;
        }
        try {
            return "link=" + there + ", leadsTo=" + Files.readSymbolicLink(there);
        } catch (IOException e) {
            return "link=" + there;
        }
    }

    /** Refuses a directory for a copy that lies within the store, or around it, by whatever names. */
    static void requireApart(Path store, Path copy) throws IOException {
        requireDirectory(copy);
        Path original = real(store);
        Path target = real(copy);
        if (target.startsWith(original) || original.startsWith(target)) {
            throw new StoreFailed(
                    "a backup cannot be within its store, or around it: directory=" + copy + ", store=" + store
                            + "; choose another directory",
                    null);
        }
    }

    /** The same without links, as far as it is there. */
    private static Path real(Path path) throws IOException {
        Path there = nearest(path);
        return there == null ? path : there.toRealPath().resolve(there.relativize(path));
    }
}
