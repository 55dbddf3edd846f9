package dev.eventfold.es.runtime.store.file;

import java.io.Closeable;
import java.io.IOException;

/** An open file. Safe for use by any number of threads. */
interface DiskFile extends Closeable {
    long size() throws IOException;

    /**
     * Reads what is there, up to a length.
     *
     * @return how many bytes were read: fewer than asked for at the end of the file, 0 behind it
     */
    int read(long at, byte[] into, int offset, int length) throws IOException;

    /** Writes; durable after {@link #sync}. */
    void write(long at, byte[] bytes, int offset, int length) throws IOException;

    /** Writes, and returns when it is durable. */
    void writeThrough(long at, byte[] bytes, int offset, int length) throws IOException;

    /** Cuts the end off; durable after {@link #sync}. */
    void truncate(long size) throws IOException;

    /** Makes what was written durable. */
    void sync() throws IOException;
}
