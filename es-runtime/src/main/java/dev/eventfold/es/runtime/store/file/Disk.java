package dev.eventfold.es.runtime.store.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * All that the store asks of a file system, within one directory. Paths are relative to it, with {@code /}. No call is disturbed by an
 * interrupt, and none clears the flag. Safe for use by any number of threads.
 */
interface Disk {
    /** The directory, for messages. */
    String directory();

    /**
     * The names in a directory.
     *
     * @param path the directory; empty for the root
     * @return sorted; empty when there is no such directory
     */
    List<String> list(String path) throws IOException;

    boolean exists(String path) throws IOException;

    /** Makes a directory when it is missing, durably. */
    void createDirectory(String path) throws IOException;

    /**
     * Opens a file for reading.
     *
     * @throws NoSuchFileException when it is gone
     */
    DiskFile openForReading(String path) throws IOException;

    /** Opens a file for reading and writing, and makes it when it is missing; its name is durable after {@link #syncDirectory}. */
    DiskFile openForWriting(String path) throws IOException;

    /** Renames a file over another; durable after {@link #syncDirectory}. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file when it exists; durable after {@link #syncDirectory}. */
    void delete(String path) throws IOException;

    /** Makes the names in a directory durable; empty for the root. */
    void syncDirectory(String path) throws IOException;

    /**
     * Locks the directory against other writers, in this process and others, until the lock is closed.
     *
     * @throws dev.eventfold.es.runtime.StoreLocked when another holds it
     */
    Closeable lock() throws IOException;

    /**
     * Refuses a directory for a copy that lies within this one, or around it.
     *
     * @throws dev.eventfold.es.runtime.StoreFailed when it does
     */
    void requireApart(Path copy) throws IOException;
}
