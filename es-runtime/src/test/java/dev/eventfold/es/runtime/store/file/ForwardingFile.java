package dev.eventfold.es.runtime.store.file;

import java.io.IOException;

/** A file that does what another does. */
class ForwardingFile implements DiskFile {
    private final DiskFile file;

    ForwardingFile(DiskFile file) {
        this.file = file;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        return file.read(at, into, offset, length);
    }

    @Override
    public void write(long at, byte[] bytes, int offset, int length) throws IOException {
        file.write(at, bytes, offset, length);
    }

    @Override
    public void writeThrough(long at, byte[] bytes, int offset, int length) throws IOException {
        file.writeThrough(at, bytes, offset, length);
    }

    @Override
    public void truncate(long size) throws IOException {
        file.truncate(size);
    }

    @Override
    public void sync() throws IOException {
        file.sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
