package dev.eventfold.es.it.mutation;

import dev.eventfold.es.it.mutation.Outcome.End;
import java.util.List;

/**
 * How the mutants of a run ended.
 *
 * @param outcomes one for each mutant
 */
record Tally(List<Outcome> outcomes) {
    List<Outcome> of(End end) {
        return outcomes.stream().filter(outcome -> outcome.end() == end).toList();
    }

    List<String> names(End end) {
        return of(end).stream()
                .map(outcome -> outcome.mutant().toString())
                .sorted()
                .toList();
    }

    /** Of the mistakes that the compiler alone would let pass, the share that we tell: those that change nothing are none. */
    double toldShare() {
        return (double) told() / counted();
    }

    private long told() {
        return outcomes.stream()
                .filter(Outcome::counts)
                .filter(outcome -> outcome.end() == End.OURS)
                .count();
    }

    private long counted() {
        return outcomes.stream().filter(Outcome::counts).count();
    }

    @Override
    public String toString() {
        return """
                %d mutants
                  %4d  one message, ours
                  %4d  the compiler's own errors, and none of ours
                  %4d  compile, each on the list with a reason
                  %4d  of these change nothing: what the processor writes is the same
                  %4d  end otherwise
                of %d mistakes that the compiler alone lets pass, deleted reactions not counted, %d are told: %.1f %%""".formatted(
                        outcomes.size(),
                        of(End.OURS).size(),
                        of(End.JAVAC).size(),
                        of(End.SAME).size() + of(End.COMPILES).size(),
                        of(End.SAME).size(),
                        of(End.OUTSIDE).size(),
                        counted(),
                        told(),
                        100 * toldShare());
    }
}
