package dev.eventfold.es.benchmarks.raw;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/** How much work all cores get done: what is missing was taken by somebody else. */
public final class CpuProbe {
    private static final byte[] BLOCK = new byte[4096];

    private CpuProbe() {}

    /**
     * Keeps every core busy for a while.
     *
     * @param most how long
     * @return checksums of a 4 KiB block in a second, on all cores together
     * @throws InterruptedException when the thread is interrupted
     */
    public static double run(Duration most) throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(cores);
        try {
            Callable<Long> spin = () -> spin(most);
            long blocks = 0;
            for (Future<Long> part : threads.invokeAll(
                    IntStream.range(0, cores).mapToObj(core -> spin).toList())) {
                blocks += part.get();
            }
            return blocks * 1e9 / most.toNanos();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static long spin(Duration most) {
        CRC32C checksum = new CRC32C();
        long blocks = 0;
        for (long began = System.nanoTime(); System.nanoTime() - began < most.toNanos(); blocks++) {
            checksum.update(BLOCK, 0, BLOCK.length);
        }
        return blocks;
    }
}
