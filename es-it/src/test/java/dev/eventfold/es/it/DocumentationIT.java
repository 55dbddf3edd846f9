package dev.eventfold.es.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the documentation shows is what is compiled: each Java snippet stands, line by line, in a source of the examples or in what the
 * processor generated from them. A line {@code // …} stands for what is left out.
 */
final class DocumentationIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern JAVA = Pattern.compile("(?ms)^ *```java\\R(.*?)^ *```$");
    /** Shows what does not compile; a test of the processor makes it. */
    private static final String ERRORS = "errors.md";

    private static final String LEFT_OUT = "// …";

    @TestFactory
    Stream<DynamicTest> every_java_snippet_is_compiled_code() throws IOException {
        List<String> sources = normalised(sourceFiles());
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            Matcher snippets = JAVA.matcher(Files.readString(page));
            while (snippets.find()) {
                String snippet = snippets.group(1);
                tests.add(DynamicTest.dynamicTest(
                        ROOT.relativize(page) + ": "
                                + snippet.lines().findFirst().orElse(""),
                        () -> assertThat(sources)
                                .as("no source holds:%n%s", snippet)
                                .anyMatch(source -> holds(source, snippet))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static boolean holds(String source, String snippet) {
        int from = 0;
        for (String part : normalised(snippet).split(Pattern.quote(LEFT_OUT + "\n"), -1)) {
            int at = source.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        return true;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).filter(file -> !file.endsWith(ERRORS)))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> sourceFiles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> normalised(List<Path> files) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(normalised(Files.readString(file)));
        }
        return sources;
    }

    private static String normalised(String text) {
        StringBuilder lines = new StringBuilder();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }
}
