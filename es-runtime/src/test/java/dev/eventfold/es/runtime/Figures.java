package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What was tried and how often. {@code docs/reliability.md} tells it in a table, and promises that it was at least so often. */
public final class Figures {
    private static final Path PAGE = Path.of("..", "docs", "reliability.md");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");

    private Figures() {}

    /**
     * Prints one, and compares it with its row of the page: no number there may be above what was tried.
     *
     * @param what was done, in the words of the page
     * @param often numbers with their units
     * @param asserted of each
     */
    public static void tried(String what, String often, String asserted) {
        System.out.println("tried: " + what + ": " + often + "; asserted: " + asserted);
        List<Long> tried = numbers(often);
        List<Long> promised = numbers(row(what).split("\\|")[2]);
        assertThat(promised).as("numbers in the row of the page: " + what).hasSameSizeAs(tried);
        for (int n = 0; n < tried.size(); n++) {
            assertThat(tried.get(n)).as(what + ": " + often).isGreaterThanOrEqualTo(promised.get(n));
        }
    }

    private static String row(String what) {
        try {
            List<String> rows = Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("| " + what + " |"))
                    .toList();
            assertThat(rows).as("rows of docs/reliability.md: " + what).hasSize(1);
            return rows.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(number -> Long.parseLong(number.replace(",", "")))
                .toList();
    }
}
