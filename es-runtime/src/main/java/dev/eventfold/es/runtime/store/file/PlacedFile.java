package dev.eventfold.es.runtime.store.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * A file that is read and written at places, and knows where it stands: what follows the last read or write, as nearly all that is written to a
 * log does, needs no system call to get there. Not safe for use by several threads.
 */
final class PlacedFile implements Closeable {
    private static final long UNKNOWN = -1;

    private final RandomAccessFile file;
    private long at;

    /** A file that stands at its beginning, and is used through here alone. */
    PlacedFile(RandomAccessFile file) {
        this.file = file;
    }

    long size() throws IOException {
        return file.length();
    }

    /** Reads up to a length; fewer bytes where the file ends. */
    int read(long place, byte[] into, int offset, int length) throws IOException {
        moveTo(place);
        at = UNKNOWN;
        int read = 0;
        while (read < length) {
            int more = file.read(into, offset + read, length - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        at = place + read;
        return read;
    }

    void write(long place, byte[] bytes, int offset, int length) throws IOException {
        moveTo(place);
        at = UNKNOWN; // what has failed may have written something
        file.write(bytes, offset, length);
        at = place + length;
    }

    private void moveTo(long place) throws IOException {
        if (place != at) {
            file.seek(place);
        }
    }

    void truncate(long size) throws IOException {
        at = UNKNOWN; // a cut moves who stands behind it
        file.setLength(size);
    }

    void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
