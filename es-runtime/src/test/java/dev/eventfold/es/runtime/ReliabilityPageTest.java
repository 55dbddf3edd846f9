package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the table of docs/reliability.md tells of tests that there are. Whether they try so often, each says itself: see {@link Figures}. */
class ReliabilityPageTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| ([^|]+) \\| [^|]+ \\| [^|]+ \\| `(\\w+)` \\|$", Pattern.MULTILINE);

    @Test
    void each_row_names_a_test_and_says_something_of_its_own() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("..", "docs", "reliability.md")))
                .results()
                .toList();

        assertThat(rows).hasSizeGreaterThan(25);
        assertThat(rows).extracting(row -> row.group(1)).doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.group(2) + ".java").isSubsetOf(tests());
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> runtime = Files.walk(Path.of("src", "test", "java"));
                Stream<Path> integration = Files.walk(Path.of("..", "es-it", "src", "test", "java"))) {
            return Stream.concat(runtime, integration)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
