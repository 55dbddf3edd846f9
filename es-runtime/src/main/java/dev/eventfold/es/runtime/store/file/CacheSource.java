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

    /** What they are to say now, which is in the files before; with {@code Durability.OS} not all of it is durable. */
    CacheKeeper.Content now() {
        IndexFile.Content content = caches.isIndexDue(files.count() - 1, index.rowBytes()) ? snapshot() : null;
        group.flush();
        // What could not be written is not in the log.
        return CacheKeeper.Content.of(index, group.synced(), group.sealed(), group.isWorking() ? content : null);
    }

    private IndexFile.@Nullable Content snapshot() {
        LogScan.Start place = tail.place();
        return place == null ? null : new IndexFile.Content(place, index.snapshot(), files);
    }

    /** All that is committed, durable or at least in the files, for a copy; null when there is no segment. */
    IndexFile.@Nullable Content all() {
        IndexFile.Content content = snapshot();
        group.flush();
        group.requireWorking();
        return content;
    }

    /** What they are to say of a store whose log is closed, and durable. */
    CacheKeeper.Content last() {
        LogScan.Start place = tail.place();
        IndexFile.Content content = place != null && caches.isIndexDueAtClose(place.commit())
                ? new IndexFile.Content(place, index, files)
                : null;
        return CacheKeeper.Content.of(index, index.commit(), group.sealed(), content);
    }
}
