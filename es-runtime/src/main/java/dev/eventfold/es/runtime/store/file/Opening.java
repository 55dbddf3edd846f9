package dev.eventfold.es.runtime.store.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a store is made of, as opening a directory finds and makes it.
 *
 * @param lock held until the store is closed
 * @param end the size of the last segment; 0 when there is none
 */
record Opening(
        Disk disk,
        FileStoreOptions options,
        Closeable lock,
        String storeId,
        SegmentFiles files,
        LogIndex index,
        LogWriter writer,
        long end,
        OpenReport report) {
    private static final System.Logger LOG = System.getLogger(FileEventStore.class.getName());

    static FileEventStore open(Disk disk, FileStoreOptions options) {
        try {
            Directory.requireOurs(disk);
            Closeable lock = disk.lock();
            try {
                return new FileEventStore(read(disk, options, lock));
            } catch (IOException | RuntimeException | Error e) {
                release(lock, e);
                throw e;
            }
        } catch (IOException e) {
            throw Failures.of("opening the store failed", disk, e);
        }
    }

    private static void release(Closeable lock, Throwable reason) {
        try {
            lock.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static Opening read(Disk disk, FileStoreOptions options, Closeable lock) throws IOException {
        SegmentFiles files = new SegmentFiles(disk);
        try {
            IndexBuilder builder = new IndexBuilder(disk, files);
            LogScan scan = new LogScan(disk, builder);
            Claims claims = Claims.read(disk);
            scan.run(Directory.segments(disk));
            Recovery recovery = new Recovery(disk, scan, claims.known(scan.storeId()));
            recovery.refuseDamage();
            long end = recovery.makeGood();
            String storeId = Optional.ofNullable(scan.storeId()).orElseGet(StoreId::random);
            LogIndex index = Optional.ofNullable(builder.index()).orElseGet(() -> new LogIndex(storeId));
            LogWriter writer = writer(disk, options, storeId, scan, end);
            OpenReport report = report(disk, scan, recovery.cuts());
            return new Opening(disk, options, lock, storeId, files, index, writer, end, report);
        } catch (IOException | RuntimeException | Error e) {
            files.close();
            throw e;
        }
    }

    private static LogWriter writer(Disk disk, FileStoreOptions options, String storeId, LogScan scan, long end)
            throws IOException {
        LogWriter writer = new LogWriter(disk, storeId, options.durability(), scan.commit(), scan.position());
        LogScan.End last = scan.end();
        if (last != null) {
            writer.open(last.segment(), end);
        }
        return writer;
    }

    private static OpenReport report(Disk disk, LogScan scan, List<OpenReport.Cut> cuts) {
        for (OpenReport.Cut cut : cuts) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cut off the log what an interrupted write has left: directory=" + disk.directory() + ", file="
                            + cut.file() + ", offset=" + cut.offset() + ", bytes=" + cut.bytes() + ", keptIn="
                            + cut.keptIn());
        }
        return new OpenReport(scan.commit(), scan.position(), scan.segments(), scan.linesRead(), cuts);
    }
}
