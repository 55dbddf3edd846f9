package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreClosed;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The segments by their number, and those of them that are open for reading: a bounded few. Safe for use by any number of threads. */
final class SegmentFiles {
    private static final int MOST_OPEN = 16;

    private final Disk disk;
    private final NumberPages firstCommits = new NumberPages(Long.BYTES);
    private final Map<Integer, Handle> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);
    private boolean closed;

    SegmentFiles(Disk disk) {
        this.disk = disk;
    }

    /** A file in use; to be closed. */
    final class Handle implements AutoCloseable {
        private final DiskFile file;
        private int users;
        private boolean dropped;

        private Handle(DiskFile file) {
            this.file = file;
        }

        DiskFile file() {
            return file;
        }

        @Override
        public void close() throws IOException {
            synchronized (SegmentFiles.this) {
                users--;
                closeWhenUnused();
            }
        }

        private void closeWhenUnused() throws IOException {
            if (dropped && users == 0) {
                file.close();
            }
        }
    }

    /** Adds the next segment. */
    synchronized void add(long firstCommit) {
        firstCommits.add(firstCommit);
    }

    /** The number of segments, which is that of the last one. */
    synchronized int count() {
        return (int) firstCommits.size();
    }

    synchronized long firstCommit(int segment) {
        return firstCommits.get(segment - 1L);
    }

    String name(int segment) {
        return SegmentName.of(firstCommit(segment));
    }

    synchronized Handle acquire(int segment) throws IOException {
        if (closed) {
            throw new StoreClosed("the store was closed: directory=" + disk.directory(), null);
        }
        Handle handle = open.get(segment);
        if (handle == null) {
            handle = new Handle(disk.openForReading(SegmentName.path(firstCommit(segment))));
            open.put(segment, handle);
        }
        handle.users++;
        dropOldest();
        return handle;
    }

    private void dropOldest() throws IOException {
        Iterator<Handle> oldest = open.values().iterator();
        while (open.size() > MOST_OPEN) {
            drop(oldest);
        }
    }

    private static void drop(Iterator<Handle> handles) throws IOException {
        Handle handle = handles.next();
        handles.remove();
        handle.dropped = true;
        handle.closeWhenUnused();
    }

    /** Closes every file as soon as nobody reads it. */
    synchronized void close() throws IOException {
        closed = true;
        Iterator<Handle> all = open.values().iterator();
        while (all.hasNext()) {
            drop(all);
        }
    }
}
