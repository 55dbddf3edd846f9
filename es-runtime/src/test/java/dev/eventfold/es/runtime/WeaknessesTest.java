package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.CommitOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That each weakness which the seed was shown to have is asked about by a test that carries its number. */
class WeaknessesTest {
    private static final Pattern NAME =
            Pattern.compile("@DisplayName\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
    private static final Pattern NUMBER = Pattern.compile("W-\\d\\d");
    private static final Pattern EXCEPTION =
            Pattern.compile("class (\\w+) extends (?:EsException|StoreFailed|CommandRejected)\\b");

    /** What only users throw. */
    private static final Set<String> THROWN_BY_USERS = Set.of("CommandRejected", "RetryLater");

    @Test
    void every_weakness_has_a_test_that_carries_its_number() {
        Set<String> numbers = sources("src/test")
                .flatMap(source -> NAME.matcher(source).results())
                .flatMap(name -> NUMBER.matcher(name.group(1)).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24)
                        .mapToObj(n -> String.format("W-%02d", n))
                        .toList());
    }

    @Test
    @DisplayName("W-24 every error that is declared is made somewhere, and so is every outcome of a commit")
    void every_error_that_is_declared_is_made_somewhere() {
        String main = sources("src/main").collect(Collectors.joining("\n"));
        List<String> declared = new ArrayList<>();
        Matcher exceptions = EXCEPTION.matcher(main);
        while (exceptions.find()) {
            declared.add(exceptions.group(1));
        }
        assertThat(declared).hasSizeGreaterThan(7);
        for (Class<?> outcome : CommitOutcome.class.getPermittedSubclasses()) {
            if (!outcome.equals(CommitOutcome.Unknown.class)) {
                // No store of ours loses a connection; stores that do are played in StoreFaultTest.
                declared.add(outcome.getSimpleName());
            }
        }

        declared.removeAll(THROWN_BY_USERS);

        assertThat(declared).allMatch(name -> main.contains("new " + name + "("));
    }

    private static Stream<String> sources(String kind) {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/" + kind + "/"))
                    .map(WeaknessesTest::read)
                    .toList()
                    .stream();
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
