package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of the simulated disk: what was fsynced, what was written since, and what whoever reads it sees now. */
final class SimulatedFile {
    private final SimulatedDisk disk;
    private final String path;
    private final List<Change> unsynced = new ArrayList<>();
    private byte[] durable;
    private byte[] content;
    private int size;

    /** A write, or where {@code bytes} is empty a cut. */
    record Change(int at, byte[] bytes) {
        boolean isCut() {
            return bytes.length == 0;
        }
    }

    SimulatedFile(SimulatedDisk disk, String path, byte[] durable) {
        this.disk = disk;
        this.path = path;
        this.durable = durable.clone();
        this.content = durable.clone();
        this.size = durable.length;
    }

    /** The same at this moment, on another disk. */
    SimulatedFile fork(SimulatedDisk other) {
        SimulatedFile fork = new SimulatedFile(other, path, durable);
        fork.unsynced.addAll(unsynced);
        fork.content = current();
        fork.size = size;
        return fork;
    }

    byte[] current() {
        return Arrays.copyOf(content, size);
    }

    byte[] durable() {
        return durable.clone();
    }

    List<Change> unsynced() {
        return List.copyOf(unsynced);
    }

    DiskFile open() {
        return new Open();
    }

    private void change(Change change) {
        unsynced.add(change);
        int end = change.at() + change.bytes().length;
        if (end > content.length) {
            content = Arrays.copyOf(content, Math.max(end, content.length * 2));
        }
        if (change.isCut()) {
            Arrays.fill(content, Math.min(change.at(), size), size, (byte) 0);
            size = change.at();
        } else {
            System.arraycopy(change.bytes(), 0, content, change.at(), change.bytes().length);
            size = Math.max(size, end);
        }
    }

    private final class Open implements DiskFile {
        private boolean closed;

        private void requireOpen() throws IOException {
            disk.requirePower();
            if (closed) {
                throw new IOException("the file was closed: " + path);
            }
        }

        @Override
        public long size() throws IOException {
            synchronized (disk) {
                requireOpen();
                return size;
            }
        }

        @Override
        public int read(long at, byte[] into, int offset, int length) throws IOException {
            synchronized (disk) {
                requireOpen();
                int count = (int) Math.max(0, Math.min(length, size - at));
                System.arraycopy(content, (int) Math.min(at, size), into, offset, count);
                return count;
            }
        }

        @Override
        public void write(long at, byte[] bytes, int offset, int length) throws IOException {
            synchronized (disk) {
                requireOpen();
                disk.operate("write " + path);
                change(new Change((int) at, Arrays.copyOfRange(bytes, offset, offset + length)));
                disk.middle();
            }
        }

        @Override
        public void writeThrough(long at, byte[] bytes, int offset, int length) throws IOException {
            synchronized (disk) {
                requireOpen();
                disk.operate("write through " + path);
                Change change = new Change((int) at, Arrays.copyOfRange(bytes, offset, offset + length));
                change(change);
                try {
                    disk.middle();
                } finally {
                    // Of a write that failed the pages look clean; of one that succeeded they are. What was written
                    // before is as it was.
                    if (disk.hasPower()) {
                        unsynced.remove(unsynced.size() - 1);
                    }
                }
                durable = Arrays.copyOf(durable, Math.max(durable.length, change.at() + length));
                System.arraycopy(change.bytes(), 0, durable, change.at(), length);
            }
        }

        @Override
        public void truncate(long to) throws IOException {
            synchronized (disk) {
                requireOpen();
                disk.operate("truncate " + path);
                if (to < size) {
                    change(new Change((int) to, new byte[0]));
                }
                disk.middle();
            }
        }

        @Override
        public void sync() throws IOException {
            synchronized (disk) {
                requireOpen();
                disk.operate("sync " + path);
                makeDurable();
            }
        }

        /** After a failure the pages look clean, and nobody will write them again. */
        private void makeDurable() throws IOException {
            try {
                disk.middle();
            } catch (IOException e) {
                unsynced.clear();
                throw e;
            }
            unsynced.clear();
            durable = current();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
