package hotel;

import dev.eventfold.es.runtime.AggregateStore;
import java.math.BigDecimal;
import java.nio.file.Path;

/** Writes the store that the tests read. */
public class Main {
    private Main() {}

    public static void main(String[] args) {
        try (AggregateStore store = AggregateStore.open(Path.of(args[0]))) {
            book(store, "b-1", "room-1", "Ada");
            book(store, "b-2", "room-2", "Grace");
            pay(store, "b-2", "99.90");
            book(store, "b-3", "room-1", "Edsger"); // rejected, as room-1 is held: a dead letter
            pay(store, "b-3", "50");                // and what follows is parked behind it
        }
    }

    private static void book(AggregateStore store, String id, String room, String guest) {
        store.execute(Commands.to(id, new BookingCommand.Book(id, room, guest, 2)));
        ProcessManagers.runAll(store);
    }

    private static void pay(AggregateStore store, String id, String amount) {
        store.execute(Commands.to(id, new BookingCommand.Pay(id, new BigDecimal(amount))));
        ProcessManagers.runAll(store);
    }
}
