package dev.eventfold.es.it.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.it.mutation.Outcome.End;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wired may be deleted, renamed or mistyped: then nothing changes, or the compiler says so in one message. See
 * {@code docs/compile-time-checks.md}.
 */
@Order(1)
class MutationTest {
    private static final String LONG = "eventfold.long";
    private static final long SEED = Long.getLong("seed", new Random().nextLong());
    /** Of so many mutants of the examples a normal build takes one. */
    private static final int SAMPLE_OF_EXAMPLES = 6;
    /** Of so many mutants of the large example it takes one. */
    private static final int SAMPLE_OF_LARGE = 20;
    /** Of so many fixtures it takes one, with all of its mutants. */
    private static final int SAMPLE_OF_FIXTURES = 30;

    @TempDir
    private Path directory;

    @Test
    @DisplayName(
            "Every mutant of the examples, which are compiled with their schema locks, is told in one message or on the list")
    void every_mutant_of_the_examples_is_told_in_one_message_or_on_the_list() throws Exception {
        assertToldOrListed("the examples", Programs.examples(), SAMPLE_OF_EXAMPLES, 100, "examples.txt");
    }

    @Test
    @DisplayName("Every mutant of orders is told in one message or on the list")
    void every_mutant_of_the_large_example_is_told_in_one_message_or_on_the_list() throws Exception {
        assertToldOrListed("orders", Programs.largeExamples(), SAMPLE_OF_LARGE, 1, "large-example.txt");
    }

    /** All of them in a long run; else one of so many, others in each run. */
    private void assertToldOrListed(String what, List<Program> programs, int ofSoMany, int least, String list)
            throws Exception {
        boolean all = Boolean.getBoolean(LONG);
        MutationRun run = new MutationRun(directory, true);

        Tally tally = new Tally((all ? run : run.sampling(ofSoMany, SEED)).of(programs));

        report((all ? "All of " : "A sample, seed " + SEED + ", of ") + what + ", with a schema lock", tally);
        assertThat(tally.outcomes()).hasSizeGreaterThanOrEqualTo(least);
        assertThat(tally.of(End.OUTSIDE)).isEmpty();
        if (all) {
            assertListed(tally, list);
            assertThat(tally.toldShare()).isGreaterThanOrEqualTo(0.95);
        } else {
            Silences silences = Silences.read(list);
            assertThat(silences.withoutChange()).containsAll(tally.names(End.SAME));
            assertThat(silences.withChange()).containsAll(tally.names(End.COMPILES));
        }
    }

    @Test
    @DisplayName(
            "Every mutant of the fixtures that compile and of the programs of the golden files is told in one message or on the list")
    void every_mutant_of_the_fixtures_is_told_in_one_message_or_on_the_list() throws Exception {
        boolean all = Boolean.getBoolean(LONG);
        List<Program> programs = fixtures().stream()
                .filter(program -> all || Math.floorMod(program.name().hashCode() + SEED, SAMPLE_OF_FIXTURES) == 0)
                .toList();
        Silences silences = Silences.read("fixtures.txt");

        Tally tally = new Tally(new MutationRun(directory, true).of(programs));

        report(
                (all ? "All" : "A sample, seed " + SEED + ", of the")
                        + " fixtures and programs of golden files, with a schema lock",
                tally);
        assertThat(tally.of(End.OUTSIDE)).isEmpty();
        assertThat(silences.unexplained(tally.names(End.COMPILES))).isEmpty();
        if (all) {
            assertThat(silences.unused(tally.names(End.COMPILES))).isEmpty();
            assertThat(tally.toldShare()).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = "true")
    void without_a_schema_lock_no_mutant_of_the_examples_ends_otherwise() throws Exception {
        Tally tally = new Tally(new MutationRun(directory, false).of(Programs.examples()));

        report("The examples, without a schema lock", tally);
        assertThat(tally.of(End.OUTSIDE)).isEmpty();
    }

    private static List<Program> fixtures() throws Exception {
        List<Program> programs = new ArrayList<>(Programs.goldens());
        programs.addAll(Programs.fixtures());
        return programs;
    }

    private static void report(String what, Tally tally) {
        System.out.println(what + ": " + tally);
    }

    private static void assertListed(Tally tally, String list) throws Exception {
        Silences silences = Silences.read(list);
        silences.update(tally.names(End.SAME), tally.names(End.COMPILES));

        assertThat(new TreeSet<>(tally.names(End.SAME))).isEqualTo(silences.withoutChange());
        assertThat(new TreeSet<>(tally.names(End.COMPILES))).isEqualTo(silences.withChange());
    }
}
