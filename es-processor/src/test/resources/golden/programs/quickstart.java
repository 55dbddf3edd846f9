// file: shop/Main.java
package shop;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import java.nio.file.Path;
import shop.inventory.Inventory;
import shop.inventory.InventoryCommand;
import shop.order.PlaceOrder;

public class Main {
    public static void main(String[] args) {
        try (AggregateStore store = AggregateStore.open(Path.of("data"))) {
            store.execute(Commands.to("sku-1", new InventoryCommand.Stock(10)));
            store.execute(Commands.to("ord-1", new PlaceOrder("ord-1", "sku-1", 2)));
            ProcessManagerReport report = ProcessManagers.runAll(store);
            System.out.println(report.dispatched() + " dispatched, " + report.deadLettered() + " dead-lettered");
            System.out.println(store.state(Inventory.class, "sku-1"));
        }
    }
}
// file: shop/fulfilment/Fulfilment.java
package shop.fulfilment;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import shop.Commands;
import shop.inventory.InventoryCommand;
import shop.inventory.InventoryEvent;
import shop.order.ConfirmOrder;
import shop.order.OrderPlaced;

@ProcessManager("fulfilment") // one instance for each order: the key picks it
public final class Fulfilment {
    private String sku; // the state of one instance: plain fields, stored as JSON
    private int quantity;

    @Reacts(aggregate = "order", event = "OrderPlaced", key = "orderId", starts = true)
    CommandEnvelope on(OrderPlaced event) {
        sku = event.sku();
        quantity = event.quantity();
        return Commands.to(event.sku(), new InventoryCommand.Reserve(event.orderId(), event.quantity()));
    }

    @Reacts(aggregate = "inventory", event = "Reserved", key = "orderId", ends = true)
    CommandEnvelope on(InventoryEvent.Reserved event, EventContext context) {
        return Commands.to(event.orderId(), new ConfirmOrder(context.instanceId()));
    }
}
// file: shop/inventory/Inventory.java
package shop.inventory;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;

@Aggregate("inventory")
public record Inventory(int available, int reserved) {
    public Inventory() {
        this(0, 0); // the state of a stream with no events
    }

    @Handles
    InventoryEvent handle(InventoryCommand.Stock command) {
        return new InventoryEvent.Stocked(command.quantity());
    }

    @Handles
    InventoryEvent handle(InventoryCommand.Reserve command) {
        if (command.quantity() > available) throw new CommandRejected("only " + available + " available");
        return new InventoryEvent.Reserved(command.orderId(), command.quantity());
    }

    @Applies
    Inventory apply(InventoryEvent.Stocked event) {
        return new Inventory(available + event.quantity(), reserved);
    }

    @Applies
    Inventory apply(InventoryEvent.Reserved event) {
        return new Inventory(available - event.quantity(), reserved + event.quantity());
    }
}
// file: shop/inventory/InventoryCommand.java
package shop.inventory;

import dev.eventfold.es.CommandFor;

@CommandFor("inventory")
public sealed interface InventoryCommand {
    record Stock(int quantity) implements InventoryCommand {}

    record Reserve(String orderId, int quantity) implements InventoryCommand {}
}
// file: shop/inventory/InventoryEvent.java
package shop.inventory;

import dev.eventfold.es.EventOf;

@EventOf("inventory")
public sealed interface InventoryEvent {
    record Stocked(int quantity) implements InventoryEvent {}

    record Reserved(String orderId, int quantity) implements InventoryEvent {}
}
// file: shop/order/ConfirmOrder.java
package shop.order;

import dev.eventfold.es.CommandFor;

@CommandFor("order")
public record ConfirmOrder(String sku) {}
// file: shop/order/Order.java
package shop.order;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;
import java.util.Optional;

@Aggregate("order")
public final class Order { // a mutable class does as well as a record
    private boolean confirmed;

    @Handles
    OrderPlaced handle(PlaceOrder command) {
        return new OrderPlaced(command.orderId(), command.sku(), command.quantity());
    }

    @Handles
    Optional<OrderConfirmed> handle(ConfirmOrder command) { // nothing to say twice
        return confirmed ? Optional.empty() : Optional.of(new OrderConfirmed(command.sku()));
    }

    @Applies
    void apply(OrderPlaced event) {}

    @Applies
    void apply(OrderConfirmed event) {
        confirmed = true;
    }

    public boolean confirmed() {
        return confirmed;
    }
}
// file: shop/order/OrderConfirmed.java
package shop.order;

import dev.eventfold.es.EventOf;

@EventOf("order")
public record OrderConfirmed(String sku) {}
// file: shop/order/OrderPlaced.java
package shop.order;

import dev.eventfold.es.EventOf;

@EventOf("order")
public record OrderPlaced(String orderId, String sku, int quantity) {}
// file: shop/order/PlaceOrder.java
package shop.order;

import dev.eventfold.es.CommandFor;

@CommandFor("order")
public record PlaceOrder(String orderId, String sku, int quantity) {}
// file: shop/package-info.java
/** A shop: orders, stock, and the process manager between them. The classes generated for this module live here. */
@EventSourced
package shop;

import dev.eventfold.es.EventSourced;
