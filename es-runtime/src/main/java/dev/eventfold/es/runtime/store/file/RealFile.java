package dev.eventfold.es.runtime.store.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of the machine. By {@link RandomAccessFile}, because an interrupt closes a channel for every thread that uses it, and never this.
 */
final class RealFile implements DiskFile {
    private final Path path;
    private final PlacedFile file;

    /** The same file, opened so that a write returns when it is durable: one system call for a whole group of commits. */
    private @Nullable PlacedFile through;

    private RealFile(Path path, PlacedFile file) {
        this.path = path;
        this.file = file;
    }

    static RealFile openForReading(Path path) throws IOException {
        try {
            return new RealFile(path, open(path, "r"));
        } catch (FileNotFoundException e) {
            // Which is said too when the file is there and cannot be read.
            if (Files.exists(path)) {
                throw e;
            }
            throw new NoSuchFileException(path.toString());
        }
    }

    static RealFile openForWriting(Path path) throws IOException {
        return new RealFile(path, open(path, "rw"));
    }

    private static PlacedFile open(Path path, String mode) throws IOException {
        return new PlacedFile(new RandomAccessFile(path.toFile(), mode));
    }

    @Override
    public synchronized long size() throws IOException {
        return file.size();
    }

    @Override
    public synchronized int read(long at, byte[] into, int offset, int length) throws IOException {
        return file.read(at, into, offset, length);
    }

    @Override
    public synchronized void write(long at, byte[] bytes, int offset, int length) throws IOException {
        file.write(at, bytes, offset, length);
    }

    @Override
    public synchronized void writeThrough(long at, byte[] bytes, int offset, int length) throws IOException {
        if (through == null) {
            through = open(path, "rwd");
        }
        through.write(at, bytes, offset, length);
    }

    @Override
    public synchronized void truncate(long size) throws IOException {
        file.truncate(size);
    }

    @Override
    public synchronized void sync() throws IOException {
        file.sync();
    }

    @Override
    public synchronized void close() throws IOException {
        Closing.all(file, through);
    }
}
