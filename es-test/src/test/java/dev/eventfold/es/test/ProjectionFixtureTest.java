package dev.eventfold.es.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.eventfold.es.test.shop.InventoryEvent.Reserved;
import dev.eventfold.es.test.shop.InventoryEvent.Stocked;
import dev.eventfold.es.test.shop.OrderConfirmed;
import dev.eventfold.es.test.shop.OrderCount;
import dev.eventfold.es.test.shop.OrderPlaced;
import dev.eventfold.es.test.shop.StockList;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProjectionFixtureTest {
    private final ProjectionFixture<StockList> stock = ProjectionFixture.of(StockList.class);

    @Test
    void what_happened_is_shown() {
        stock.given(new Stocked(10))
                .when(new Reserved("ord-1", 2))
                .expectState(shown -> assertThat(shown.available()).isEqualTo(8));
    }

    @Test
    void the_key_picks_the_instance() {
        stock.givenFrom("sku-1", new Stocked(10))
                .whenFrom("sku-2", new Stocked(3))
                .expectState(shown -> assertThat(shown.available()).isEqualTo(3))
                .expectState("sku-1", shown -> assertThat(shown.available()).isEqualTo(10));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> stock.expectState("sku-3", shown -> {}))
                .withMessage("no event was for this instance: key=sku-3");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(stock::expectNothing)
                .withMessageContaining("keys=[sku-2]");
    }

    @Test
    void one_without_keys_has_one_state_and_time_is_what_the_test_says() {
        ProjectionFixture.of(OrderCount.class)
                .at(Instant.parse("2026-11-01T09:00:00Z"))
                .whenFrom("ord-1", new OrderPlaced("ord-1", "sku-1", 2))
                .expectState(count -> assertThat(count).isEqualTo(new OrderCount(1, "ord-1 2026-11-01T09:00:00Z")));
    }

    @Test
    void a_key_of_one_without_keys_is_refused_as_in_production() {
        ProjectionFixture<OrderCount> count =
                ProjectionFixture.of(OrderCount.class).whenFrom("ord-1", new OrderPlaced("ord-1", "sku-1", 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> count.expectState("ord-1", shown -> {}))
                .withMessageContaining("has no keys")
                .withMessageContaining("key=ord-1");
        count.expectState("", shown -> assertThat(shown.orders()).isEqualTo(1));
    }

    @Test
    void what_it_throws_is_the_cause() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> stock.when(new Stocked(-1)))
                .withMessageContainingAll("projection=stock-list", "less than nothing")
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_does_not_reach_it_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stock.when(new OrderConfirmed("sku-1")))
                .withMessage("this event does not reach it: projection=stock-list, event=order/OrderConfirmed,"
                        + " known=inventory/Reserved, inventory/Stocked");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProjectionFixture.of(String.class))
                .withMessageContaining("no projection: class=java.lang.String, known=[OrderCount, StockList]");
    }

    @Test
    void an_expectation_before_an_event_says_what_is_missing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> stock.given(new Stocked(1)).expectState(shown -> {}));
    }
}
