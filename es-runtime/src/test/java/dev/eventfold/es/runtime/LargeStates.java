package dev.eventfold.es.runtime;

import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.keeping.Lay;
import dev.eventfold.es.runtime.keeping.Pile;
import java.nio.file.Path;

/** The program whose aggregates are together larger than its memory: lays a sheet on each pile, and a second one. */
public final class LargeStates {
    private static final int CHARACTERS = 1 << 18;

    private LargeStates() {}

    /** With the directory and the number of aggregates. */
    public static void main(String[] args) {
        int piles = Integer.parseInt(args[1]);
        try (AggregateStore store =
                AggregateStore.builder().durability(Durability.OS).open(Path.of(args[0]))) {
            for (int n = 0; n < 2 * piles; n++) {
                store.execute(Commands.to("pile-" + n % piles, new Lay("x".repeat(CHARACTERS))));
            }
            System.out.println("sheets on the first: "
                    + store.state(Pile.class, "pile-0").sheets().size());
        }
    }
}
