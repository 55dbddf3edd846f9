package dev.eventfold.es.benchmarks.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a run took place.
 *
 * @param system the operating system
 * @param processor the processor's model
 * @param cores how many cores the JVM sees
 * @param memoryBytes the machine's memory
 * @param fileSystem the kind of file system that the logs were on
 * @param jdk vendor and version
 */
public record Machine(String system, String processor, int cores, long memoryBytes, String fileSystem, String jdk) {
    /**
     * This machine.
     *
     * @param directory a directory on the disk that is measured
     * @return the machine
     * @throws IOException when the disk fails
     */
    public static Machine here(Path directory) throws IOException {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                Files.getFileStore(directory).type(),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getTotalMemorySize()
                : 0;
    }

    private static String processorModel() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    String text() {
        return jdk + ", " + cores + " cores, " + processor + ", " + (memoryBytes >> 30) + " GiB, " + fileSystem + ", "
                + system;
    }
}
