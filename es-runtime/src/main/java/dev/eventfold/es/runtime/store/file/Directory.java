package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What a directory holds, and whether it is a store of ours. */
final class Directory {
    private static final Set<String> OURS = Set.of(
            SegmentName.DIRECTORY,
            Head.NAME,
            "lock",
            Checkpoints.DIRECTORY,
            ProjectionFiles.DIRECTORY,
            "index",
            SnapshotFile.DIRECTORY);

    private Directory() {}

    /** The first commits of the segments, ascending. */
    static List<Long> segments(Disk disk) throws IOException {
        return disk.list(SegmentName.DIRECTORY).stream()
                .map(SegmentName::firstCommit)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .sorted()
                .toList();
    }

    /** Refuses a directory that holds something, and nothing of ours. */
    static void requireOurs(Disk disk) throws IOException {
        if (!segments(disk).isEmpty()) {
            return;
        }
        TreeSet<String> foreign = new TreeSet<>(disk.list(""));
        foreign.removeAll(OURS);
        disk.list(SegmentName.DIRECTORY).stream()
                .filter(name -> !name.contains(".jsonl.cut-"))
                .map(name -> SegmentName.DIRECTORY + "/" + name)
                .forEach(foreign::add);
        if (!foreign.isEmpty()) {
            throw new StoreFailed(
                    "the directory is not a store, and is not empty: directory=" + disk.directory() + ", holds="
                            + foreign.first() + "; choose another",
                    null);
        }
    }
}
