package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.CommitOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That each behaviour of the seed, and each weakness that it was shown to have, is asked about by a test that carries its number. */
class BehavioursTest {
    private static final Pattern NAME =
            Pattern.compile("@DisplayName\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
    private static final Pattern EXCEPTION =
            Pattern.compile("class (\\w+) extends (?:EsException|StoreFailed|CommandRejected)\\b");

    /** What only users throw. */
    private static final Set<String> THROWN_BY_USERS = Set.of("CommandRejected", "RetryLater");

    @Test
    void every_behaviour_has_a_test_that_carries_its_number() {
        assertThat(listed("S-\\d\\d")).containsExactlyElementsOf(numbers("S-", 25));
    }

    @Test
    void every_weakness_has_a_test_that_carries_its_number() {
        assertThat(listed("W-\\d\\d")).containsExactlyElementsOf(numbers("W-", 24));
    }

    private static Set<String> listed(String number) {
        Map<String, Set<String>> tests = new TreeMap<>();
        sources("src/test")
                .flatMap(source -> NAME.matcher(source).results())
                .map(name -> name.group(1).replaceAll("\"\\s*\\+\\s*\"", "").strip())
                .forEach(name -> Pattern.compile(number)
                        .matcher(name)
                        .results()
                        .forEach(found -> tests.computeIfAbsent(found.group(), unseen -> new TreeSet<>())
                                .add(name)));
        tests.forEach((carried, names) -> System.out.println(carried + " " + names));
        return tests.keySet();
    }

    private static List<String> numbers(String letter, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> String.format("%s%02d", letter, number))
                .toList();
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
                    .map(BehavioursTest::read)
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
