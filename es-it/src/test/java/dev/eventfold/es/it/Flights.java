package dev.eventfold.es.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The flights program as a process of its own. */
final class Flights {
    static final Path INPUT = Path.of(System.getProperty("flights.file", "missing"));

    private Flights() {}

    /** What a run printed on either stream, and how it ended. */
    record Run(int exitCode, List<String> output, List<String> errors) {
        String summary() {
            return output.isEmpty() ? "" : output.get(output.size() - 1);
        }
    }

    static List<String> command(Path input, Path data) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Jdk.path(System.getProperty("flights.jar"), Jdk.RUNTIME),
                "flights.Main",
                input.toString(),
                data.toString());
    }

    static Run run(Path input, Path data) throws IOException, InterruptedException {
        return run(command(input, data));
    }

    /** As {@link #run(Path, Path)}, in a shell that lets no file grow beyond that many blocks of 512 bytes or 1 KiB. */
    static Run runWithFilesOf(int blocks, Path input, Path data) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        command.addAll(command(input, data));
        return run(command);
    }

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("flights", ".out");
        Path errors = Files.createTempFile("flights", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new Run(process.waitFor(), lines(output), lines(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }
}
