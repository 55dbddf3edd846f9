package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} is made of the fixtures, so it says what the processor says. {@code -Dgolden.update=true} writes it. */
class ErrorCatalogueTest {
    private static final Path PAGE = Path.of("../docs/errors.md");
    private static final Path FIXTURES = RuntimeStubs.RESOURCES.resolve("fixtures/errors");

    /** They depend on directories and on other processors, so no source alone causes them; tests of their own show them. */
    private static final Set<Problem> WITHOUT_SOURCE = Set.of(
            Problem.STALE_SOURCE,
            Problem.UNSEEN_OUTPUT,
            Problem.HIDDEN_CLASS,
            Problem.TOO_LATE,
            Problem.NOT_WRITTEN,
            Problem.NOT_OVERWRITTEN);

    @Test
    void the_page_of_errors_says_what_the_processor_says() throws IOException {
        String page = page();

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    @Test
    void every_code_has_an_explanation_and_a_fixture() throws IOException {
        List<String> codes = Arrays.stream(Problem.values()).map(Problem::code).toList();

        assertThat(explanations().keySet()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(Problem.values())
                .filteredOn(problem -> !WITHOUT_SOURCE.contains(problem))
                .allSatisfy(problem -> assertThat(smallest(problem)).isPresent());
    }

    private static String page() throws IOException {
        Map<String, String> explanations = explanations();
        return Arrays.stream(Problem.values())
                .map(problem -> section(problem, explanations.getOrDefault(problem.code(), "")))
                .collect(Collectors.joining("\n", """
                        # What the processor says

                        One section a code. The code in brackets is stable: search for it. Made from the processor's fixtures by
                        `ErrorCatalogueTest`, so the messages are exact; each source is complete.

                        """, ""));
    }

    private static String section(Problem problem, String explanation) {
        String silence = problem.silence()
                .map(key -> "\nA warning. Silence it with `@SuppressWarnings(\"" + key + "\")`.\n")
                .orElse("");
        return "## " + problem.code() + "\n\n" + explanation + "\n" + silence
                + smallest(problem).map(ErrorCatalogueTest::example).orElse("");
    }

    private static String example(Fixture fixture) {
        String sources = fixture.sources().stream()
                .map(source -> "// " + source.path() + "\n" + withoutMarkers(source.text()))
                .collect(Collectors.joining("\n"));
        String messages = fixture.expected().stream()
                .map(message -> (message.path().isEmpty() ? "" : message.path() + ":" + message.line() + ": ")
                        + message.kind() + ": " + message.text() + "\n")
                .collect(Collectors.joining());
        String options = fixture.options().isEmpty() ? "" : "With `" + String.join(" ", fixture.options()) + "`:\n\n";
        return "\n" + options + "```java\n" + sources + "```\n\n```\n" + messages + "```\n";
    }

    private static String withoutMarkers(String text) {
        return text.replaceAll(" *// (error|warning): .*", "");
    }

    /** The shortest program that causes this and nothing else. */
    private static Optional<Fixture> smallest(Problem problem) {
        Path directory = FIXTURES.resolve(problem.code());
        return Files.isDirectory(directory)
                ? Fixture.allIn(directory).stream()
                        .filter(fixture -> !fixture.expected().isEmpty())
                        .filter(fixture -> fixture.expected().stream()
                                .allMatch(message -> message.text().startsWith("[ES:" + problem.code() + "]")))
                        .min(Comparator.comparingInt(ErrorCatalogueTest::size).thenComparing(Fixture::name))
                : Optional.empty();
    }

    private static int size(Fixture fixture) {
        return fixture.sources().stream()
                .mapToInt(source -> source.text().length())
                .sum();
    }

    private static Map<String, String> explanations() throws IOException {
        Map<String, String> explanations = new LinkedHashMap<>();
        for (String line : Files.readAllLines(RuntimeStubs.RESOURCES.resolve("catalogue.txt"))) {
            String[] parts = line.split(": ", 2);
            assertThat(explanations.put(parts[0], parts[1])).isNull();
        }
        return explanations;
    }
}
