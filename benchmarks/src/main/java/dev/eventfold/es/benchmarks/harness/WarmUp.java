package dev.eventfold.es.benchmarks.harness;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs a load until the compiler of the JVM has little left to do. It works for the first seconds of a process, on as many cores as the load
 * itself: what it takes from the load meanwhile is no cost of the load.
 *
 * <p>In slices as short as those that are measured later. Code that never saw the end of a slice is thrown away at the first one, and
 * compiled again in the middle of what is measured.
 */
public final class WarmUp {
    /** How much of a slice the compiler may be busy. */
    static final double QUIET = 0.1;

    private static final int QUIET_SLICES = 2;

    /** What is run. */
    public interface Load {
        /**
         * One slice.
         *
         * @param most how long each of its parts goes on
         * @throws Exception what the load throws
         */
        void run(Duration most) throws Exception;
    }

    private WarmUp() {}

    /**
     * Runs a load until two slices in a row were quiet, but not for ever; and for some seconds in any case, as a load that is waiting most of
     * the time gives the compiler little to do at first.
     *
     * @param bench says how long
     * @param load the load
     * @throws Exception what the load throws
     */
    public static void run(Workbench bench, Load load) throws Exception {
        Duration slice = bench.length().pick(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofSeconds(1));
        long least = bench.length().pick(0, 4, 8) * 1_000_000_000L;
        long most = bench.length().pick(0, 10, 30) * 1_000_000_000L;
        long began = System.nanoTime();
        int quiet = 0;
        double share;
        long took;
        do {
            share = compiled(() -> load.run(slice));
            quiet = share < QUIET ? quiet + 1 : 0;
            took = System.nanoTime() - began;
        } while (took < least || (quiet < QUIET_SLICES && took < most));
        bench.progress("warmed up for " + Numbers.text(took / 1e9) + " s, the compiler is busy for "
                + Numbers.text(share * 100) + " % of the time");
    }

    private interface Work {
        void run() throws Exception;
    }

    /** How much of the time of some work was spent on compiling; 0 where the JVM does not tell. */
    private static double compiled(Work work) throws Exception {
        long began = System.nanoTime();
        long before = compilerMillis();
        work.run();
        return (compilerMillis() - before) * 1e6 / (System.nanoTime() - began);
    }

    private static long compilerMillis() {
        @Nullable CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? compiler.getTotalCompilationTime()
                : 0;
    }
}
