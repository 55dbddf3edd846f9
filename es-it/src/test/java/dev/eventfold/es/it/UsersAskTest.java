package dev.eventfold.es.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of what users of the neighbours ask for: each thread is answered by tests that exist, or by a sentence that declines. */
final class UsersAskTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path TABLE = ROOT.resolve("docs/users-ask.md");
    private static final int THREADS = 30;
    private static final String FIXTURES = "fixtures/";
    private static final Path FIXTURE_FILES =
            ROOT.resolve("es-processor/src/test/resources/specification").resolve(FIXTURES);

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final List<String> SENTENCES_THAT_DECLINE = List.of("Declined:", "Not yet:");

    /** By the name of the file. */
    private static final Map<String, List<Path>> TEST_SOURCES = testSources();

    private record Row(int number, String answer, List<String> tests) {}

    @Test
    void each_thread_has_one_row() {
        assertThat(rows())
                .extracting(Row::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, THREADS).boxed().toList());
    }

    @Test
    void each_thread_is_answered_by_a_test_or_declined_in_a_sentence() {
        assertThat(rows())
                .allMatch(row -> !row.tests().isEmpty()
                        || SENTENCES_THAT_DECLINE.stream().anyMatch(row.answer().strip()::startsWith));
    }

    @TestFactory
    Stream<DynamicTest> each_test_that_is_named_exists() {
        return rows().stream()
                .flatMap(row -> row.tests().stream())
                .distinct()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(exists(name)).isTrue()));
    }

    @Test
    void a_test_that_is_not_there_is_noticed() {
        assertThat(exists("UsersAskTest.a_test_that_is_not_there_is_noticed")).isTrue();
        assertThat(exists("UsersAskTest.a_test_that_is_not")).isFalse();
        assertThat(exists("UsersAsk.a_test_that_is_not_there_is_noticed")).isFalse();
        assertThat(exists("fixtures/wiring/far-miss")).isFalse();
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(read(TABLE));
        while (row.find()) {
            List<String> tests = NAMED.matcher(row.group(3))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            rows.add(new Row(Integer.parseInt(row.group(1)), row.group(2), tests));
        }
        return rows;
    }

    private static boolean exists(String name) {
        if (name.startsWith(FIXTURES)) {
            return Files.exists(FIXTURE_FILES.resolve(name.substring(FIXTURES.length()) + ".fixture"));
        }
        int dot = name.indexOf('.');
        Pattern method =
                Pattern.compile("(void|Stream<DynamicTest>) " + Pattern.quote(name.substring(dot + 1)) + "\\(");
        return TEST_SOURCES.getOrDefault(name.substring(0, dot) + ".java", List.of()).stream()
                .anyMatch(source -> method.matcher(read(source)).find());
    }

    private static Map<String, List<Path>> testSources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> ROOT.relativize(file).toString().contains("src/test/java"))
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
