package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreLocked;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * The right to write to a directory (R12). Whoever holds it in this process stands in a table, because closing any handle of a locked file
 * gives up the operating system's lock on it: the file must not be touched by the second one who asks.
 */
final class DirectoryLock implements Closeable {
    /**
     * By the identity of the file. Held here, so that a store that is forgotten without being closed keeps its lock: were the file closed by
     * the garbage collector, another process could write beside that store, and the next file to get its identity would seem to be locked.
     */
    private static final Map<Object, DirectoryLock> HELD = new HashMap<>();

    /**
     * Files that another class loader's copy of this class has locked, which were opened to find that out: closing one would give up that lock. The
     * next who asks takes the same.
     */
    private static final Map<Object, RandomAccessFile> OF_OTHERS = new HashMap<>();

    /** Far behind the content, so that other processes can read who holds it even where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Object identity;
    private final RandomAccessFile file;

    private DirectoryLock(Object identity, RandomAccessFile file) {
        this.identity = identity;
        this.file = file;
    }

    static DirectoryLock take(Path directory) throws IOException {
        Path path = directory.resolve("lock");
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            // Left there by an earlier writer: only the lock on it counts.
        }
        synchronized (HELD) {
            Object identity = identity(path);
            if (HELD.containsKey(identity)) {
                throw new StoreLocked(
                        "the store is open for writing in this process already: directory=" + directory, null);
            }
            RandomAccessFile known = OF_OTHERS.remove(identity);
            RandomAccessFile file = known != null ? known : new RandomAccessFile(path.toFile(), "rw");
            DirectoryLock taken = lock(directory, identity, file);
            HELD.put(identity, taken);
            return taken;
        }
    }

    private static DirectoryLock lock(Path directory, Object identity, RandomAccessFile file) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new StoreLocked(
                        "the store is open for writing in another process: directory=" + directory + ", pid="
                                + holder(file),
                        null);
            }
            file.setLength(0);
            file.write((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            return new DirectoryLock(identity, file);
        } catch (OverlappingFileLockException e) {
            OF_OTHERS.put(identity, file);
            throw new StoreLocked(
                    "the store is open for writing in this process already, by another class loader: directory="
                            + directory,
                    e);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String holder(RandomAccessFile file) throws IOException {
        byte[] text = new byte[20];
        int length = file.read(text);
        return length <= 0 ? "unknown" : new String(text, 0, length, StandardCharsets.US_ASCII).trim();
    }

    /** The file itself rather than its name, where the system tells: a directory can be reached by several. */
    private static Object identity(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key != null ? key : path.toRealPath();
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            if (HELD.remove(identity, this)) {
                file.close();
            }
        }
    }
}
