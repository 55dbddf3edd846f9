package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.Arrays;

/** Writes files that are replaced as a whole: whoever reads one sees the old or the new, whatever happens. */
final class CacheFile {
    private CacheFile() {}

    /** Writes the content of an empty file. */
    interface Writer {
        void write(DiskFile file) throws IOException;
    }

    /** Replaces a file, durably. */
    static void replace(Disk disk, String directory, String name, byte[] bytes) throws IOException {
        replace(disk, directory, name, file -> file.write(0, bytes, 0, bytes.length));
    }

    /** Replaces a file, durably. */
    static void replace(Disk disk, String directory, String name, Writer content) throws IOException {
        disk.createDirectory(directory);
        String path = directory + "/" + name;
        String temporary = path + ".tmp";
        try (DiskFile file = disk.openForWriting(temporary)) {
            file.truncate(0);
            content.write(file);
            file.sync();
        }
        disk.rename(temporary, path);
        disk.syncDirectory(directory);
    }

    /** Reads a whole file of at most so many bytes. */
    static byte[] read(Disk disk, String path, int most) throws IOException {
        try (DiskFile file = disk.openForReading(path)) {
            byte[] bytes = new byte[(int) Math.min(file.size(), most)];
            int length = file.read(0, bytes, 0, bytes.length);
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }
    }
}
