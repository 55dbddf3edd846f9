package orders;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Subscription;
import java.nio.file.Path;

/** Sells two of three bicycles, of which one is paid for, and shows what the two customers are shown. */
public final class Main {
    private Main() {}

    /**
     * Runs once.
     *
     * @param args the directory of the store; without, all is in memory
     */
    public static void main(String[] args) {
        CarrierService service = (key, orderId) -> new CarrierService.Answer.Taken("parcel-of-" + orderId);
        try (AggregateStore store =
                        args.length == 0 ? AggregateStore.inMemory() : AggregateStore.open(Path.of(args[0]));
                Subscription carrier = store.subscribe(new Carrier(service))) {
            store.execute(Commands.to("bicycle", new InventoryCommand.Stock(3)).withCommandId("first-delivery"));
            for (String order : new String[] {"ann", "ben"}) {
                store.execute(Commands.to(order, new OrderCommand.PlaceOrder(order, "bicycle", 1, 90_000))
                        .withCommandId("order-of-" + order));
            }
            ProcessManagers.runAll(store);
            store.execute(Commands.to("ann", new PaymentCommand.Pay()).withCommandId("payment-of-ann"));
            ProcessManagers.runAll(store);
            carrier.catchUp();
            ProcessManagers.runAll(store);
            System.out.println(store.projection(OrderPage.class, "ann").orElseThrow());
            System.out.println(store.projection(OrderPage.class, "ben").orElseThrow());
        }
    }
}
