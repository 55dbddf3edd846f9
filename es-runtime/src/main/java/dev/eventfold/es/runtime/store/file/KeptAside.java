package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Copies what will be cut off a log into files beside it, durably, so that nothing is gone that somebody may want to look at. */
final class KeptAside {
    private static final int BLOCK = 1 << 20;

    private final Disk disk;
    private final List<OpenReport.Cut> cuts = new ArrayList<>();

    KeptAside(Disk disk) {
        this.disk = disk;
    }

    /** Copies what a file holds from an offset on; nothing when there is nothing. */
    void keep(String path, DiskFile file, long from) throws IOException {
        long bytes = file.size() - from;
        if (bytes == 0) {
            return;
        }
        String keptIn = freeName(path + ".cut-" + from);
        try (DiskFile copy = disk.openForWriting(keptIn)) {
            copy(file, from, copy, 0, bytes);
            copy.sync();
        }
        disk.syncDirectory(SegmentName.DIRECTORY);
        cuts.add(new OpenReport.Cut(path, from, bytes, keptIn));
    }

    /** Gives a whole file another name. */
    void move(String path) throws IOException {
        long bytes;
        try (DiskFile file = disk.openForReading(path)) {
            bytes = file.size();
        }
        String keptIn = freeName(path + ".cut-0");
        disk.rename(path, keptIn);
        disk.syncDirectory(SegmentName.DIRECTORY);
        cuts.add(new OpenReport.Cut(path, 0, bytes, keptIn));
    }

    private String freeName(String wanted) throws IOException {
        String name = wanted;
        for (int n = 2; disk.exists(name); n++) {
            name = wanted + "-" + n;
        }
        return name;
    }

    /** Copies bytes from one file to a place in another, or in the same. */
    static void copy(DiskFile from, long at, DiskFile to, long target, long bytes) throws IOException {
        byte[] block = new byte[(int) Math.min(BLOCK, bytes)];
        for (long done = 0; done < bytes; ) {
            int read = from.read(at + done, block, 0, (int) Math.min(block.length, bytes - done));
            if (read == 0) {
                throw new IOException("the file became shorter while it was read");
            }
            to.write(target + done, block, 0, read);
            done += read;
        }
    }

    /** What was copied, in order. */
    List<OpenReport.Cut> cuts() {
        return List.copyOf(cuts);
    }
}
