package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.View;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What reads a log that somebody else writes, as soon as there is one. All of it is durable, and in the files. */
record FoundLog(
        String storeId,
        LogIndex index,
        EventReads reads,
        DecidedLines lines,
        LogReader reader,
        FollowedSnapshots snapshots) {
    /**
     * What reads the log; null as long as there is none.
     *
     * @param lock guards the index
     * @param follow brings the index up to date; called under the lock
     */
    static @Nullable FoundLog in(Disk disk, LogFollower log, ReentrantLock lock, Runnable follow) {
        LogIndex index = log.index();
        LogScan.Start behind = log.behind();
        if (index == null || behind == null) {
            return null;
        }
        LogReader reader = new LogReader(disk, log.files(), new Checksum(behind.storeId()));
        return new FoundLog(
                behind.storeId(),
                index,
                new EventReads(lock, new Everything(follow, index), index, reader),
                new DecidedLines(index, location -> Optional.empty(), reader),
                reader,
                new FollowedSnapshots(disk, behind.storeId()));
    }

    /** All of it, as far as it was followed. */
    IndexFile.Content content(LogFollower log) {
        return new IndexFile.Content(Objects.requireNonNull(log.behind()), index.snapshot(), log.files());
    }

    private record Everything(Runnable follow, LogIndex index) implements EventReads.Horizon {
        @Override
        public long visible(View view) {
            follow.run();
            return index.head();
        }

        @Override
        public ReadPlan plan(long[] positions) {
            return ReadPlan.of(index, positions);
        }
    }
}
