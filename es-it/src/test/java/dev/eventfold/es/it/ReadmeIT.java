package dev.eventfold.es.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows as output is what comes out. */
final class ReadmeIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path QUICKSTART = ROOT.resolve("examples/quickstart/src/main/java");

    @TempDir
    private Path directory;

    @Test
    void its_compile_error_is_what_javac_says() throws Exception {
        Sources sources = copyOfQuickstart()
                .replace("shop/fulfilment/Fulfilment.java", "event = \"OrderPlaced\"", "event = \"OrderPlacd\"");

        Jdk.Run compiled = Jdk.compile(sources, Jdk.RUNTIME, Files.createDirectories(directory.resolve("classes")));

        String fileNamesOnly = compiled.output().replaceAll("(?m)^\\S*/(?=\\w+\\.java:)", "");
        assertThat(readme()).contains("```\n" + fileNamesOnly + "```\n");
    }

    @Test
    void its_summary_of_the_main_job_is_what_the_file_says() throws Exception {
        assertThat(readme()).contains("```\n" + Expected.of(Path.of(System.getProperty("flights.file"))) + "\n```\n");
    }

    private Sources copyOfQuickstart() throws IOException {
        Sources sources = new Sources(directory.resolve("src"));
        try (Stream<Path> files = Files.walk(QUICKSTART)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path file : found) {
                sources.add(QUICKSTART.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
