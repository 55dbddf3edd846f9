package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that counts what is asked of it. */
final class CountingDisk extends ForwardingDisk {
    /** Calls that wait for the medium. */
    final AtomicLong syncs = new AtomicLong();

    /** Bytes written to segments of the log. */
    final AtomicLong logBytes = new AtomicLong();

    /** Calls that write to them. */
    final AtomicLong logWrites = new AtomicLong();

    /** Bytes read from segments of the log. */
    final AtomicLong readBytes = new AtomicLong();

    CountingDisk(Disk disk) {
        super(disk);
    }

    @Override
    public DiskFile openForReading(String path) throws IOException {
        return new CountingFile(super.openForReading(path), isLog(path));
    }

    @Override
    public DiskFile openForWriting(String path) throws IOException {
        return new CountingFile(super.openForWriting(path), isLog(path));
    }

    @Override
    public void syncDirectory(String path) throws IOException {
        syncs.incrementAndGet();
        super.syncDirectory(path);
    }

    private static boolean isLog(String path) {
        return path.startsWith(SegmentName.DIRECTORY + "/");
    }

    private final class CountingFile extends ForwardingFile {
        private final boolean log;

        private CountingFile(DiskFile file, boolean log) {
            super(file);
            this.log = log;
        }

        @Override
        public int read(long at, byte[] into, int offset, int length) throws IOException {
            int read = super.read(at, into, offset, length);
            readBytes.addAndGet(log ? read : 0);
            return read;
        }

        @Override
        public void write(long at, byte[] bytes, int offset, int length) throws IOException {
            logBytes.addAndGet(log ? length : 0);
            logWrites.addAndGet(log ? 1 : 0);
            super.write(at, bytes, offset, length);
        }

        @Override
        public void writeThrough(long at, byte[] bytes, int offset, int length) throws IOException {
            syncs.incrementAndGet();
            logBytes.addAndGet(log ? length : 0);
            logWrites.addAndGet(log ? 1 : 0);
            super.writeThrough(at, bytes, offset, length);
        }

        @Override
        public void sync() throws IOException {
            syncs.incrementAndGet();
            super.sync();
        }
    }
}
