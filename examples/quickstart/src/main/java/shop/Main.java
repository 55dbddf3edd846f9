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
