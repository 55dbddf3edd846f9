package dev.eventfold.es.it.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checked-in list of the mutants that compile: under each reason, which begins with {@code ==}, the mutants that it is true of, one a
 * line; {@code *} stands for any text. The first reason is that nothing changes, which the run proves itself.
 */
final class Silences {
    /** With {@code -Dmutation.update=true} the list takes what is new, under a reason that is none. */
    private static final boolean UPDATE = Boolean.getBoolean("mutation.update");

    private static final Path DIRECTORY = Path.of("src/test/resources/mutation");
    private static final String REASON = "== ";
    private static final String NOTHING_CHANGES =
            "Nothing changes: what the processor writes is the same, but for a new name of a class or method.";
    private static final String NO_REASON = "TO BE GIVEN A REASON, OR TO BE MENDED";

    private final Path file;
    private final Map<String, SortedSet<String>> byReason = new LinkedHashMap<>();

    private Silences(Path file) {
        this.file = file;
    }

    static Silences read(String name) throws IOException {
        Silences silences = new Silences(DIRECTORY.resolve(name));
        SortedSet<String> current = silences.of(NOTHING_CHANGES);
        if (Files.exists(silences.file)) {
            for (String line : Files.readAllLines(silences.file)) {
                if (line.startsWith(REASON)) {
                    current = silences.of(line.substring(REASON.length()));
                } else if (!line.isBlank()) {
                    current.add(line);
                }
            }
        }
        return silences;
    }

    private SortedSet<String> of(String reason) {
        return byReason.computeIfAbsent(reason, first -> new TreeSet<>());
    }

    SortedSet<String> withoutChange() {
        return of(NOTHING_CHANGES);
    }

    SortedSet<String> withChange() {
        SortedSet<String> all = new TreeSet<>();
        byReason.forEach((reason, mutants) -> {
            if (!reason.equals(NOTHING_CHANGES) && !reason.equals(NO_REASON)) {
                all.addAll(mutants);
            }
        });
        return all;
    }

    /** Those that no line is about. */
    List<String> unexplained(Collection<String> mutants) {
        return mutants.stream()
                .filter(mutant -> withChange().stream().noneMatch(line -> isAbout(line, mutant)))
                .toList();
    }

    /** Lines that are about none of them. */
    List<String> unused(Collection<String> mutants) {
        return withChange().stream()
                .filter(line -> mutants.stream().noneMatch(mutant -> isAbout(line, mutant)))
                .toList();
    }

    private static boolean isAbout(String line, String mutant) {
        return mutant.matches(
                Stream.of(line.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Writes what is there now, where that is asked for. */
    void update(Collection<String> same, Collection<String> others) throws IOException {
        if (!UPDATE) {
            return;
        }
        byReason.values().forEach(mutants -> mutants.retainAll(others));
        of(NOTHING_CHANGES).clear();
        of(NOTHING_CHANGES).addAll(same);
        SortedSet<String> unexplained = new TreeSet<>(others);
        unexplained.removeAll(withChange());
        of(NO_REASON).clear();
        of(NO_REASON).addAll(unexplained);
        StringBuilder text = new StringBuilder();
        byReason.forEach((reason, mutants) -> {
            if (!mutants.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(REASON)
                        .append(reason)
                        .append('\n');
                mutants.forEach(mutant -> text.append(mutant).append('\n'));
            }
        });
        Files.createDirectories(DIRECTORY);
        Files.writeString(file, text);
    }
}
