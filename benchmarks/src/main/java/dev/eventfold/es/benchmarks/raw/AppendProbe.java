package dev.eventfold.es.benchmarks.raw;

import dev.eventfold.es.benchmarks.harness.Latencies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;

/** The probe: one thread that appends records to a growing file, with one {@code force(false)} for each group of them. */
public final class AppendProbe {
    private final Path directory;
    private final int recordBytes;

    /**
     * A probe.
     *
     * @param directory where its file goes, on the disk that is measured
     * @param recordBytes the size of a record
     */
    public AppendProbe(Path directory, int recordBytes) {
        this.directory = directory;
        this.recordBytes = recordBytes;
    }

    /**
     * Appends for a while, once at least, then deletes the file.
     *
     * @param group records for each write and force
     * @param most how long
     * @return records in a second, and how long each force took with its write
     * @throws IOException when the disk fails
     */
    public Steady run(int group, Duration most) throws IOException {
        Path file = Files.createTempFile(directory, "probe", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer records = records(group);
            Latencies latencies = new Latencies();
            long began = System.nanoTime();
            long now = began;
            do {
                records.rewind();
                while (records.hasRemaining()) {
                    channel.write(records);
                }
                channel.force(false);
                long then = now;
                now = System.nanoTime();
                latencies.add(now - then);
            } while (now - began < most.toNanos());
            return Steady.since(began, (long) latencies.count() * group, latencies);
        } finally {
            Files.delete(file);
        }
    }

    private ByteBuffer records(int group) {
        byte[] bytes = new byte[group * recordBytes];
        Arrays.fill(bytes, (byte) 'x');
        return ByteBuffer.allocateDirect(bytes.length).put(bytes);
    }
}
