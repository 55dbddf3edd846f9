package dev.eventfold.es.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.test.shop.Commands;
import dev.eventfold.es.test.shop.InventoryCommand.Stock;
import dev.eventfold.es.test.shop.PlaceOrder;
import dev.eventfold.es.test.shop.ProcessManagers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole program: an order ends confirmed, or cancelled because there is no stock, or cancelled because nobody answered in time. */
class ShopTest {
    private final TestClock clock = TestClock.at("2026-11-23T22:05:01Z");
    private final AggregateStore store = AggregateStore.builder().clock(clock).inMemory();

    @BeforeEach
    void stock() {
        store.execute(Commands.to("sku-1", new Stock(10)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ProcessManagerReport order(int quantity) {
        store.execute(Commands.to("ord-1", new PlaceOrder("ord-1", "sku-1", quantity)));
        return ProcessManagers.runAll(store);
    }

    private List<String> orderEvents() {
        return store.events("order", "ord-1")
                .map(event -> event.event() + event.json())
                .toList();
    }

    @Test
    void an_order_with_stock_is_confirmed_and_its_timeout_is_gone() {
        order(2);
        clock.advance(Duration.ofDays(1));
        ProcessManagerReport later = ProcessManagers.runAll(store);

        assertThat(orderEvents()).last().isEqualTo("OrderConfirmed{\"sku\":\"sku-1\"}");
        assertThat(later)
                .hasToString("dispatched=0 unchanged=0 deadLettered=0 rejected=0 parked=0 ignored=0 timedOut=0");
        assertThat(store.processes("fulfilment").keys()).isEmpty();
    }

    @Test
    void an_order_without_stock_is_cancelled() {
        ProcessManagerReport report = order(11);

        assertThat(orderEvents()).last().isEqualTo("OrderCancelled{\"why\":\"only 10 available\"}");
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(store.deadLetters("fulfilment").list()).isEmpty();
        assertThat(store.processes("fulfilment").keys()).isEmpty();
    }

    @Test
    void an_order_that_gets_no_answer_in_time_is_cancelled() {
        order(1_001);
        assertThat(orderEvents()).hasSize(1);

        clock.advance(Duration.ofHours(1));
        ProcessManagerReport report = ProcessManagers.runAll(store);

        assertThat(orderEvents()).last().isEqualTo("OrderCancelled{\"why\":\"late\"}");
        assertThat(report.timedOut()).isEqualTo(1);
        assertThat(store.processes("fulfilment").keys()).isEmpty();
    }
}
