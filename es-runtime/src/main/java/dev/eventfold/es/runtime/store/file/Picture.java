package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreDamaged;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a directory looks like from outside. Where it is another one afterwards, somebody was writing: what was read in between may be of
 * different moments, and look damaged.
 *
 * @param segments the first commits of the segments
 * @param size of the last one
 * @param head what is known to be fsynced
 */
record Picture(List<Long> segments, long size, Optional<Head> head) {
    private static final int ATTEMPTS = 5;

    Picture {
        segments = List.copyOf(segments);
    }

    /** Reads the log. */
    interface Look<T> {
        T at(Picture before) throws IOException;
    }

    static Picture of(Disk disk) throws IOException {
        List<Long> segments = Directory.segments(disk);
        return new Picture(segments, size(disk, segments), Head.read(disk));
    }

    private static long size(Disk disk, List<Long> segments) throws IOException {
        if (segments.isEmpty()) {
            return 0;
        }
        try (DiskFile last = disk.openForReading(SegmentName.path(segments.get(segments.size() - 1)))) {
            return last.size();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Reads the log, and again a few times where it looks damaged and somebody was writing. */
    static <T> T look(Disk disk, Look<T> look, Predicate<T> sound) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Picture before = of(disk);
            boolean last = attempt == ATTEMPTS;
            try {
                T found = look.at(before);
                if (sound.test(found) || last || of(disk).equals(before)) {
                    return found;
                }
            } catch (StoreDamaged | NoSuchFileException e) {
                if (last || of(disk).equals(before)) {
                    throw e;
                }
            }
        }
    }
}
