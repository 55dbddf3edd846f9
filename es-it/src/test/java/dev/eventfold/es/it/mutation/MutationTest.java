package dev.eventfold.es.it.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.it.mutation.Outcome.End;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wired may be deleted, renamed or mistyped: then nothing changes, or the compiler says so in one message. See
 * {@code docs/compile-time-checks.md}.
 */
class MutationTest {
    @TempDir
    private Path directory;

    @Test
    @DisplayName(
            "Every mutant of the examples, which are compiled with their schema locks, is told in one message or on the list")
    void every_mutant_of_the_examples_is_told_in_one_message_or_on_the_list() throws Exception {
        Tally tally = new Tally(new MutationRun(directory, true).of(Programs.examples()));

        report("The examples, with a schema lock", tally);
        assertThat(tally.outcomes()).hasSizeGreaterThan(150);
        assertListed(tally, "examples.txt");
        assertThat(tally.toldShare()).isGreaterThanOrEqualTo(0.95);
    }

    private static void report(String what, Tally tally) {
        System.out.println(what + ": " + tally);
    }

    private static void assertListed(Tally tally, String list) throws Exception {
        Silences silences = Silences.read(list);
        silences.update(tally.names(End.SAME), tally.names(End.COMPILES));

        assertThat(tally.of(End.OUTSIDE)).isEmpty();
        assertThat(new TreeSet<>(tally.names(End.SAME))).isEqualTo(silences.withoutChange());
        assertThat(new TreeSet<>(tally.names(End.COMPILES))).isEqualTo(silences.withChange());
    }
}
