package dev.eventfold.es.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program in a JVM of its own that has little memory. */
final class SmallHeap {
    private SmallHeap() {}

    /** What it says, line by line; fails when it ends with an error. */
    static List<String> run(int mebibytes, Class<?> program, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                "-Xmx" + mebibytes + "m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                program.getName()),
                        Stream.of(arguments))
                .map(Object::toString)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said;
        try (BufferedReader output = process.inputReader()) {
            said = output.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new AssertionError(program.getSimpleName() + " failed in " + mebibytes + " MiB: " + said);
        }
        return said;
    }
}
