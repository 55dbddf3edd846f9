package shop;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.ConsumerStatus;
import dev.eventfold.es.runtime.ProcessInstance;
import dev.eventfold.es.runtime.RunningProcessManagers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import shop.inventory.InventoryCommand;
import shop.order.Order;
import shop.order.PlaceOrder;

/** The same shop as a service: process managers run by themselves, a caller waits for what a command leads to, and somebody looks. */
public class Service {
    public static void main(String[] args) {
        try (AggregateStore store = AggregateStore.open(Path.of("data"));
                RunningProcessManagers running = ProcessManagers.start(store)) {
            store.execute(Commands.to("sku-1", new InventoryCommand.Stock(10)));
            CommandResult placed = store.execute(Commands.to("ord-1", new PlaceOrder("ord-1", "sku-1", 2)));
            boolean settled = running.awaitFlow(placed, Duration.ofSeconds(10));
            System.out.println("settled: " + settled);
            System.out.println("confirmed: " + store.state(Order.class, "ord-1").confirmed());
            look(store);
        }
    }

    private static void look(AggregateStore store) {
        for (ConsumerStatus status : store.status()) {
            System.out.println(status.consumer() + " " + status.state() + ", lag " + status.lag() + ", blocked "
                    + status.blocked() + ", failures " + status.failures());
            status.error().ifPresent(System.out::println);
        }
        try (Stream<String> open = store.processes("fulfilment").keys()) {
            open.map(key -> store.processes("fulfilment").find(key))
                    .flatMap(found -> found.stream())
                    .forEach(Service::print);
        }
    }

    private static void print(ProcessInstance order) {
        System.out.println(order.key() + " open since " + order.started() + ": " + order.stateJson());
    }
}
