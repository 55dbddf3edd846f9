package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The file system of the machine. */
final class RealDisk implements Disk {
    private final Path root;

    /** On a directory, which need not be there. */
    RealDisk(Path root) {
        if (!root.getFileSystem().equals(FileSystems.getDefault())) {
            throw new IllegalArgumentException("a store needs a directory of the default file system: directory=" + root
                    + ", fileSystem=" + root.getFileSystem().provider().getScheme()
                    + "; AggregateStore.inMemory() needs none");
        }
        this.root = root.toAbsolutePath().normalize();
    }

    /** On a directory that must be there. */
    static RealDisk existing(Path root) {
        RealDisk disk = new RealDisk(root);
        RootPath.requireDirectory(disk.root);
        if (!Files.isDirectory(disk.root)) {
            throw new StoreFailed("there is no such directory: directory=" + disk.root, null);
        }
        return disk;
    }

    /** Makes the directory itself and its parents, durably. */
    void createRoot() throws IOException {
        RootPath.requireDirectory(root);
        create(root);
    }

    private static void create(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent == null) {
            throw new NoSuchFileException(directory.toString());
        }
        create(parent);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            // Somebody else has just made it, or it is none.
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
        sync(parent);
    }

    @Override
    public String directory() {
        return root.toString();
    }

    @Override
    public List<String> list(String path) throws IOException {
        try (Stream<Path> entries = Files.list(root.resolve(path))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    @Override
    public void createDirectory(String path) throws IOException {
        create(root.resolve(path));
    }

    @Override
    public DiskFile openForReading(String path) throws IOException {
        return RealFile.openForReading(root.resolve(path));
    }

    @Override
    public DiskFile openForWriting(String path) throws IOException {
        return RealFile.openForWriting(root.resolve(path));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String path) throws IOException {
        Files.deleteIfExists(root.resolve(path));
    }

    @Override
    public void syncDirectory(String path) throws IOException {
        sync(root.resolve(path));
    }

    @Override
    public Closeable lock() throws IOException {
        return DirectoryLock.take(root);
    }

    @Override
    public void requireApart(Path copy) throws IOException {
        RootPath.requireApart(root, copy.toAbsolutePath().normalize());
    }

    /** A channel is closed by an interrupt, and a directory can be synced through no other: so again, until none came. */
    private static void sync(Path directory) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return; // where directories cannot be opened, and need not be
        }
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted();
                try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
