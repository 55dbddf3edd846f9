package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.VerifyReport;
import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a whole directory, line by line, and changes nothing. */
public final class Verification {
    private static final int MOST = 100;

    private Verification() {}

    private record Report(
            long commit,
            long position,
            long lines,
            List<VerifyReport.Damage> damage,
            long tornBytes,
            List<String> staleCaches)
            implements VerifyReport {}

    /**
     * Reads all that is there, also beside a writer.
     *
     * @param directory the directory, which must exist
     * @return what was found
     * @throws dev.eventfold.es.runtime.StoreFailed when it is not a store of ours, or cannot be read
     */
    public static VerifyReport of(Path directory) {
        return of(RealDisk.existing(directory));
    }

    static VerifyReport of(Disk disk) {
        try {
            Directory.requireOurs(disk);
            return Picture.look(
                    disk, before -> look(disk), report -> report.damage().isEmpty());
        } catch (IOException e) {
            throw Failures.of("verifying the store failed", disk, e);
        }
    }

    private static VerifyReport look(Disk disk) throws IOException {
        SegmentFiles files = new SegmentFiles(disk);
        try {
            return look(disk, files);
        } finally {
            files.close();
        }
    }

    private static VerifyReport look(Disk disk, SegmentFiles files) throws IOException {
        IndexBuilder builder = new IndexBuilder(disk, files);
        LogWitness witness = new LogWitness(builder);
        StaleCaches caches = StaleCaches.look(disk);
        Claims claims = Claims.read(disk);
        List<Long> segments = Directory.segments(disk);
        LogScan scan = new LogScan(disk, witness, NamedStores.in(disk, segments, claims));
        scan.run(segments);
        Optional<Damage> first = new Recovery(disk, scan, claims.known(scan.storeId())).damage();
        List<VerifyReport.Damage> damage =
                first.map(place -> damage(place, witness.broken())).orElse(List.of());
        return new Report(
                scan.commit(),
                scan.position(),
                scan.linesRead(),
                damage,
                damage.isEmpty() ? tornBytes(disk, scan) : 0,
                caches.in(scan.storeId(), claims, stream -> version(builder.index(), stream)));
    }

    private static long version(@Nullable LogIndex index, StreamId stream) {
        int number = index == null ? StreamTable.NONE : index.streams().find(stream);
        return index == null || number == StreamTable.NONE ? 0 : index.version(number, index.head());
    }

    private static List<VerifyReport.Damage> damage(Damage first, List<VerifyReport.Damage> broken) {
        List<VerifyReport.Damage> damage = new ArrayList<>(List.of(first));
        broken.stream().filter(another -> !isAt(another, first)).limit(MOST - 1).forEach(damage::add);
        return List.copyOf(damage);
    }

    private static boolean isAt(VerifyReport.Damage damage, VerifyReport.Damage place) {
        return damage.offset() == place.offset() && damage.file().equals(place.file());
    }

    private static long tornBytes(Disk disk, LogScan scan) throws IOException {
        LogScan.Stop stop = scan.stop();
        if (stop == null) {
            return 0;
        }
        LogScan.End end = scan.end();
        long from = end != null && end.segment() == stop.segment() ? end.offset() : 0;
        try (DiskFile file = disk.openForReading(SegmentName.path(stop.segment()))) {
            return file.size() - from;
        }
    }
}
