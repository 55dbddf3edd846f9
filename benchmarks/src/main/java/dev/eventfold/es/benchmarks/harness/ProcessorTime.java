package dev.eventfold.es.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process takes of the machine's cores, which says more than rates do where others keep them busy. */
public final class ProcessorTime {
    private ProcessorTime() {}

    /**
     * The time that all threads of the process together have run, those of the JVM included.
     *
     * @return in nanoseconds; 0 where the JVM does not tell
     */
    public static long nanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
