package flights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A run of the program in a process of its own, as a person would run it.
 *
 * @param exitCode how it ended
 * @param output the lines that it printed
 * @param errors the lines that it printed to the error output
 */
record Program(int exitCode, List<String> output, List<String> errors) {
    static final Path SAMPLE = Path.of("data", "flights-5k.json");

    static Program run(Path flights, Path data) throws IOException, InterruptedException {
        Path output = Files.createTempFile("flights-", ".out");
        Path errors = Files.createTempFile("flights-", ".err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "flights.Main",
                        flights.toString(),
                        data.toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        return new Program(process.waitFor(), read(output), read(errors));
    }

    private static List<String> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.delete(file);
        return lines;
    }
}
