package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreClosed;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The segments by their number, and those of them that are open for reading: a bounded few. Safe for use by any number of threads. */
final class SegmentFiles {
    private static final int MOST_OPEN = 16;

    private final Disk disk;
    private final NumberPages firstCommits;

    /** Of all but the last one. */
    private final NumberPages lengths;

    private final Map<Integer, Handle> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);
    private boolean closed;

    SegmentFiles(Disk disk) {
        this(disk, new NumberPages(Long.BYTES), new NumberPages(Long.BYTES));
    }

    private SegmentFiles(Disk disk, NumberPages firstCommits, NumberPages lengths) {
        this.disk = disk;
        this.firstCommits = firstCommits;
        this.lengths = lengths;
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
        public void close() {
            synchronized (SegmentFiles.this) {
                users--;
                closeWhenUnused();
            }
        }

        private void drop() {
            dropped = true;
            closeWhenUnused();
        }

        private void closeWhenUnused() {
            if (dropped && users == 0) {
                try {
                    file.close();
                } catch (IOException e) {
                    // Nothing was written through it, and what was read of it is right.
                }
            }
        }
    }

    /**
     * Adds the next segment.
     *
     * @param end where the one before ends; anything when there is none
     */
    synchronized void add(long firstCommit, long end) {
        if (firstCommits.size() > 0) {
            lengths.add(end);
        }
        firstCommits.add(firstCommit);
    }

    /** The number of segments, which is that of the last one. */
    synchronized int count() {
        return (int) firstCommits.size();
    }

    synchronized long firstCommit(int segment) {
        return firstCommits.get(segment - 1L);
    }

    /** Where a segment ends that is not the last one. */
    synchronized long length(int segment) {
        return lengths.get(segment - 1L);
    }

    String name(int segment) {
        return SegmentName.of(firstCommit(segment));
    }

    /** Writes the first ones of them. */
    synchronized void write(IndexOutput output, int count) throws IOException {
        output.word(count);
        for (int n = 0; n < count; n++) {
            output.word(firstCommits.get(n));
        }
        for (int n = 0; n < count - 1; n++) {
            output.word(lengths.get(n));
        }
    }

    static SegmentFiles read(Disk disk, IndexInput input) throws IOException, BadLine {
        SegmentFiles read = new SegmentFiles(disk);
        long count = input.count(Long.BYTES);
        for (long n = 0; n < count; n++) {
            read.firstCommits.add(input.word());
        }
        for (long n = 0; n < count - 1; n++) {
            read.lengths.add(input.word());
        }
        return read;
    }

    /** Throws unless the segments that are there begin and end as these do, up to the one where an index ends. */
    void requireWhole(List<Long> there, LogScan.Start end) throws IOException, BadLine {
        if (count() != end.segment() || there.size() < count() || firstCommit(count()) != end.first()) {
            throw new BadLine("expected " + count() + " segments");
        }
        for (int n = 1; n <= count(); n++) {
            if (there.get(n - 1) != firstCommit(n)) {
                throw new BadLine("expected segment " + firstCommit(n));
            }
            try (DiskFile file = disk.openForReading(SegmentName.path(firstCommit(n)))) {
                SegmentHeader header = SegmentHeader.read(file);
                boolean itself = header.segment() == n
                        && header.store().equals(end.storeId())
                        && header.commit() == firstCommit(n);
                if (!itself || (n < count() ? file.size() != lengths.get(n - 1L) : file.size() < end.offset())) {
                    throw new BadLine("expected all of segment " + firstCommit(n));
                }
            }
        }
    }

    synchronized Handle acquire(int segment) throws IOException {
        if (closed) {
            throw new StoreClosed("the store was closed: directory=" + disk.directory(), null);
        }
        Handle handle = open.get(segment);
        if (handle == null) {
            handle = new Handle(disk.openForReading(SegmentName.path(firstCommit(segment))));
            open.put(segment, handle);
            dropOldest();
        }
        handle.users++;
        return handle;
    }

    private void dropOldest() {
        Iterator<Handle> oldest = open.values().iterator();
        while (open.size() > MOST_OPEN) {
            Handle handle = oldest.next();
            oldest.remove();
            handle.drop();
        }
    }

    /** Closes every file as soon as nobody reads it. */
    synchronized void close() {
        closed = true;
        open.values().forEach(Handle::drop);
        open.clear();
    }
}
