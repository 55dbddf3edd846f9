package dev.eventfold.es.benchmarks.harness;

import java.util.Arrays;
import java.util.Collection;

/** How long each of many calls took. For one thread; merge those of several. */
public final class Latencies {
    private long[] nanos = new long[1024];
    private int size;

    /**
     * Adds one call.
     *
     * @param elapsed its nanoseconds
     */
    public void add(long elapsed) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = elapsed;
    }

    /**
     * The calls of several threads in one.
     *
     * @param parts theirs
     * @return all
     */
    public static Latencies merged(Collection<Latencies> parts) {
        Latencies all = new Latencies();
        all.nanos =
                new long[Math.max(1, parts.stream().mapToInt(Latencies::count).sum())];
        for (Latencies part : parts) {
            System.arraycopy(part.nanos, 0, all.nanos, all.size, part.size);
            all.size += part.size;
        }
        return all;
    }

    /**
     * How many calls there were.
     *
     * @return the number
     */
    public int count() {
        return size;
    }

    /**
     * The time that a share of the calls did not exceed.
     *
     * @param share such as 0.99
     * @return in microseconds; 0 when there were no calls
     */
    public double micros(double share) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * size) - 1;
        return sorted[Math.max(0, index)] / 1e3;
    }
}
