package counter;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.AggregateStore;
import java.nio.file.Path;
import java.util.ArrayList;
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
        long counted = 0;
        for (String id : instances(store, "counter")) {
            counted += store.load(Counter.class, id).version();
        }
        List<String> flows = new ArrayList<>();
        for (String id : instances(store, "target")) {
            try (Stream<RecordedEvent> echoes = store.events("target", id)) {
                echoes.forEach(echo -> flows.add(id + "/" + echo.correlationId()));
            }
        }
        return "counted=" + counted + " echoed=" + flows.size() + " flows=" + flows;
    }

    private static List<String> instances(AggregateStore store, String aggregate) {
        try (Stream<String> ids = store.streams(aggregate)) {
            return ids.toList();
        }
    }
}
