package dev.eventfold.es.runtime.store.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A disk that does what another does. */
class ForwardingDisk implements Disk {
    private final Disk disk;

    ForwardingDisk(Disk disk) {
        this.disk = disk;
    }

    @Override
    public String directory() {
        return disk.directory();
    }

    @Override
    public List<String> list(String path) throws IOException {
        return disk.list(path);
    }

    @Override
    public boolean exists(String path) throws IOException {
        return disk.exists(path);
    }

    @Override
    public void createDirectory(String path) throws IOException {
        disk.createDirectory(path);
    }

    @Override
    public DiskFile openForReading(String path) throws IOException {
        return disk.openForReading(path);
    }

    @Override
    public DiskFile openForWriting(String path) throws IOException {
        return disk.openForWriting(path);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(String path) throws IOException {
        disk.delete(path);
    }

    @Override
    public void syncDirectory(String path) throws IOException {
        disk.syncDirectory(path);
    }

    @Override
    public Closeable lock() throws IOException {
        return disk.lock();
    }

    @Override
    public void requireApart(Path copy) throws IOException {
        disk.requireApart(copy);
    }
}
