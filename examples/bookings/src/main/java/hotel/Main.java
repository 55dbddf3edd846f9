package hotel;

import dev.eventfold.es.runtime.AggregateStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/** Books a room and pays for it. */
public class Main {
    private Main() {}

    /**
     * Runs it once.
     *
     * @param args a directory; without, all is in memory
     */
    public static void main(String[] args) {
        try (AggregateStore store =
                args.length == 0 ? AggregateStore.inMemory() : AggregateStore.open(Path.of(args[0]))) {
            store.execute(Commands.to(
                    "b-1", new BookingCommand.Book("b-1", "room-1", "Ada", 2, Optional.of("by telephone"))));
            ProcessManagers.runAll(store);
            store.execute(Commands.to("b-1", new BookingCommand.Pay("b-1", new BigDecimal("240.50"))));
            ProcessManagers.runAll(store);
            System.out.println(store.state(Room.class, "room-1"));
        }
    }
}
