package shop.inventory;

import dev.eventfold.es.test.AggregateFixture;
import org.junit.jupiter.api.Test;
import shop.inventory.InventoryCommand.Reserve;
import shop.inventory.InventoryEvent.Reserved;
import shop.inventory.InventoryEvent.Stocked;

final class InventoryTest {
    @Test
    void what_is_in_stock_can_be_reserved() {
        AggregateFixture.of(Inventory.class)
                .given(new Stocked(10))
                .when(new Reserve("ord-1", 2))
                .expectEvents(new Reserved("ord-1", 2));
    }

    @Test
    void what_is_not_in_stock_is_refused() {
        AggregateFixture.of(Inventory.class)
                .given(new Stocked(1))
                .when(new Reserve("ord-1", 2))
                .expectRejection("only 1 available");
    }
}
