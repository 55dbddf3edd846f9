package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.RepairReport;
import dev.eventfold.es.runtime.StoreFailed;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Cuts a damaged log off where the damage begins, and keeps what is cut off. Begins with the last file and forgets last what it knew of the
 * log: whatever comes between, the log is refused until it is repaired.
 */
public final class Repair {
    private Repair() {}

    private record Report(
            long commit, long position, long lostCommits, List<String> readableEvents, List<RepairReport.Cut> cuts)
            implements RepairReport {}

    /**
     * Repairs a directory that nobody has open for writing.
     *
     * @param directory the directory, which must exist
     * @return what was done
     * @throws dev.eventfold.es.runtime.StoreLocked when somebody writes to it
     * @throws dev.eventfold.es.runtime.StoreFailed when it is not a store of ours, or the disk fails
     */
    public static RepairReport of(Path directory) {
        return of(RealDisk.existing(directory));
    }

    static RepairReport of(Disk disk) {
        try {
            Directory.requireOurs(disk);
            Closeable lock = disk.lock();
            SegmentFiles files = new SegmentFiles(disk);
            try {
                return repair(disk, files);
            } finally {
                Closing.all(files::close, lock);
            }
        } catch (IOException e) {
            throw Failures.of("repairing the store failed", disk, e);
        }
    }

    private static RepairReport repair(Disk disk, SegmentFiles files) throws IOException {
        LogWitness witness = new LogWitness(new IndexBuilder(disk, files));
        Claims claims = Claims.read(disk);
        List<Long> segments = Directory.segments(disk);
        List<String> stores = NamedStores.in(disk, segments, claims);
        LogScan scan = new LogScan(disk, witness, stores);
        scan.run(segments);
        Recovery recovery = new Recovery(disk, scan, claims.known(scan.storeId()));
        long lost = Math.max(recovery.known(), witness.highest()) - scan.commit();
        boolean damaged = recovery.damage().isPresent();
        if (damaged && stores.isEmpty()) {
            throw new StoreFailed(
                    "the directory is not a store: directory=" + disk.directory() + ", file="
                            + SegmentName.path(segments.get(0)) + ", offset=0, expected the header of a segment",
                    null);
        }
        if (damaged) {
            recovery.cutDamage(segments);
            StaleCaches.deleteBehind(disk, scan.commit(), claims);
        }
        return new Report(
                scan.commit(),
                scan.position(),
                damaged ? lost : 0,
                damaged ? witness.events() : List.of(),
                List.copyOf(recovery.cuts()));
    }
}
