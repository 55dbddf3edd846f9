package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.observe.LogMessage;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a store is made of, as opening a directory finds and makes it.
 *
 * @param executor runs what nobody waits for but whoever closes the store
 * @param lock held until the store is closed
 * @param place where the log ends; null when there is no segment
 * @param indexed how far the files of the index knew the log; null when there are none of use
 */
record Opening(
        Disk disk,
        FileStoreOptions options,
        Executor executor,
        Closeable lock,
        String storeId,
        SegmentFiles files,
        LogIndex index,
        LogWriter writer,
        LogScan.@Nullable Start place,
        @Nullable IndexReach indexed,
        OpenReport report) {
    /**
     * Opens a store.
     *
     * @param executor runs what nobody waits for but whoever closes the store
     */
    static FileEventStore open(Disk disk, FileStoreOptions options, Executor executor) {
        try {
            Directory.requireOurs(disk);
            Closeable lock = disk.lock();
            try {
                return new FileEventStore(read(disk, options, executor, lock));
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

    private static Opening read(Disk disk, FileStoreOptions options, Executor executor, Closeable lock)
            throws IOException {
        Claims claims = Claims.read(disk);
        List<Long> segments = Directory.segments(disk);
        Optional<IndexFiles.Found> found = IndexFiles.read(disk, segments);
        Optional<IndexFile.Content> begun = found.map(IndexFiles.Found::content);
        SegmentFiles files = begun.map(IndexFile.Content::files).orElseGet(() -> new SegmentFiles(disk));
        try {
            IndexBuilder builder = begun.map(content -> new IndexBuilder(disk, content))
                    .orElseGet(() -> new IndexBuilder(disk, files));
            LogScan scan = begun.map(content -> new LogScan(disk, builder, content.end()))
                    .orElseGet(() -> new LogScan(disk, builder));
            scan.run(segments);
            Recovery recovery = new Recovery(disk, scan, claims.known(scan.storeId()));
            recovery.refuseDamage();
            recovery.makeGood();
            LogScan.Start place = scan.end() == null ? null : scan.behind();
            String storeId = Optional.ofNullable(scan.storeId()).orElseGet(StoreId::random);
            LogIndex index = Optional.ofNullable(builder.index()).orElseGet(() -> new LogIndex(storeId));
            LogWriter writer = writer(disk, options, storeId, scan, place);
            OpenReport report = report(disk, scan, recovery.cuts());
            IndexReach indexed = found.map(IndexFiles.Found::reach).orElse(null);
            return new Opening(disk, options, executor, lock, storeId, files, index, writer, place, indexed, report);
        } catch (IOException | RuntimeException | Error e) {
            files.close();
            throw e;
        }
    }

    private static LogWriter writer(
            Disk disk, FileStoreOptions options, String storeId, LogScan scan, LogScan.@Nullable Start place)
            throws IOException {
        LogWriter writer = new LogWriter(disk, storeId, options, scan.commit(), scan.position());
        if (place == null) {
            return writer;
        }
        try {
            writer.open(place.first(), place.offset());
            return writer;
        } catch (IOException | RuntimeException | Error e) {
            release(writer::abandon, e);
            throw e;
        }
    }

    private static OpenReport report(Disk disk, LogScan scan, List<OpenReport.Cut> cuts) {
        for (OpenReport.Cut cut : cuts) {
            LogMessage.TAIL_CUT.log(
                    "cut off the log what an interrupted write has left: directory=" + disk.directory() + ", file="
                            + cut.file() + ", offset=" + cut.offset() + ", bytes=" + cut.bytes() + ", keptIn="
                            + cut.keptIn());
        }
        return new OpenReport(scan.commit(), scan.position(), scan.segments(), scan.linesRead(), cuts);
    }
}
