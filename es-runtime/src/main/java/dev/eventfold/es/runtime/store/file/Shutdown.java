package dev.eventfold.es.runtime.store.file;

import java.io.Closeable;
import java.io.IOException;

/**
 * The end of an open store: what is decided is written, the caches are, and the files and the directory are let go of.
 *
 * @param index the index, guarded by the store's lock
 * @param directoryLock kept until all else is done
 */
record Shutdown(
        LogIndex index,
        GroupCommit group,
        LogWriter writer,
        SegmentFiles files,
        CacheKeeper caches,
        CacheSource cacheSource,
        ProjectionCache projections,
        SnapshotCache snapshots,
        Closeable directoryLock) {
    /** When nobody uses the store any more. */
    void letGo() throws IOException {
        // Nobody writes beside another writer, also where the log could not be closed.
        Closing.all(files::close, this::closeLog, caches::end, snapshots, directoryLock);
    }

    private void closeLog() throws IOException {
        if (group.isWorking()) {
            writer.close();
            caches.keepLast(cacheSource::last);
            projections.writeHeldBack(index.commit());
            snapshots.writeHeldBack(index.commit());
        } else {
            writer.abandon();
        }
    }
}
