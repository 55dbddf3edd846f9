package counter;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.runtime.AggregateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Counts, lets the saga echo, and shows what arrived. Its one argument is a data directory; without it, all stays in memory. */
public final class Main {
    private Main() {}

    /**
     * Runs the program.
     *
     * @param args a data directory, or nothing
     */
    public static void main(String[] args) {
        try (AggregateStore store =
                args.length == 0 ? AggregateStore.inMemory() : AggregateStore.open(Path.of(args[0]))) {
            count(store);
            ProcessManagers.runAll(store);
            System.out.println(summary(store));
        }
    }

    private static void count(AggregateStore store) {
        store.execute(Commands.to("c-1", new CounterCommand.Increment()));
        store.execute(Commands.to("c-2", new CounterCommand.Add(5)));
        store.execute(Commands.to("c-1", new CounterCommand.Decrement()));
        try {
            store.execute(Commands.to("c-1", new CounterCommand.Decrement()));
        } catch (CommandRejected rejected) {
            System.out.println("rejected: " + rejected.code() + ", " + rejected.getMessage());
        }
    }

    private static String summary(AggregateStore store) {
        long counted = streams(store, "counter")
                .mapToLong(id -> store.load(Counter.class, id).version())
                .sum();
        List<String> flows = streams(store, "target")
                .flatMap(id -> store.events("target", id))
                .map(echoed -> echoed.instanceId() + "/" + echoed.correlationId())
                .toList();
        return "counted=" + counted + " echoed=" + flows.size() + " flows=" + flows;
    }

    private static Stream<String> streams(AggregateStore store, String aggregate) {
        return store.streams(aggregate).sorted();
    }
}
