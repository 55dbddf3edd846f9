package dev.eventfold.es.runtime.store.file;

import org.jspecify.annotations.Nullable;

/** Takes what the caches are to say from an open store. Guarded by the store's lock. */
final class CacheSource {
    private final LogIndex index;
    private final LogTail tail;
    private final GroupCommit group;
    private final SegmentFiles files;
    private final CacheKeeper caches;

    CacheSource(LogIndex index, LogTail tail, GroupCommit group, SegmentFiles files, CacheKeeper caches) {
        this.index = index;
        this.tail = tail;
        this.group = group;
        this.files = files;
        this.caches = caches;
    }

    /** What they are to say now, made durable before. */
    CacheKeeper.Content now() {
        LogScan.Start place = caches.isIndexDue(files.count() - 1) ? tail.place() : null;
        LogIndex snapshot = place == null ? null : index.snapshot();
        group.flush();
        // With Durability.OS nothing is fsynced here, and an index must not know more than the disk.
        boolean durable = place != null && snapshot != null && place.commit() <= group.synced();
        return CacheKeeper.Content.of(
                index, group.synced(), group.sealed(), durable ? new IndexFile.Content(place, snapshot, files) : null);
    }

    /** All that is committed, durable or at least in the files, for a copy; null when there is no segment. */
    IndexFile.@Nullable Content all() {
        LogScan.Start place = tail.place();
        LogIndex snapshot = index.snapshot();
        group.flush();
        group.requireWorking();
        return place == null ? null : new IndexFile.Content(place, snapshot, files);
    }

    /** What they are to say of a store whose log is closed, and durable. */
    CacheKeeper.Content last() {
        LogScan.Start place = tail.place();
        boolean due = place != null && caches.isIndexDueAtClose(place.commit());
        return CacheKeeper.Content.of(
                index, index.commit(), group.sealed(), due ? new IndexFile.Content(place, index, files) : null);
    }
}
