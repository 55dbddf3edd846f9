package shop.fulfilment;

import dev.eventfold.es.test.ProcessManagerFixture;
import org.junit.jupiter.api.Test;
import shop.Commands;
import shop.inventory.InventoryCommand.Reserve;
import shop.inventory.InventoryEvent.Reserved;
import shop.order.ConfirmOrder;
import shop.order.OrderPlaced;

final class FulfilmentTest {
    @Test
    void a_placed_order_reserves_its_stock() {
        ProcessManagerFixture.of(Fulfilment.class)
                .when(new OrderPlaced("ord-1", "sku-1", 2))
                .expectCommands(Commands.to("sku-1", new Reserve("ord-1", 2)));
    }

    @Test
    void reserved_stock_confirms_the_order_and_ends_its_process() {
        ProcessManagerFixture.of(Fulfilment.class)
                .given(new OrderPlaced("ord-1", "sku-1", 2))
                .whenFrom("sku-1", new Reserved("ord-1", 2))
                .expectCommands(Commands.to("ord-1", new ConfirmOrder("sku-1")))
                .expectEnded();
    }
}
