package dev.eventfold.es.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.test.shop.Inventory;
import dev.eventfold.es.test.shop.InventoryCommand.Reserve;
import dev.eventfold.es.test.shop.InventoryCommand.Stock;
import dev.eventfold.es.test.shop.InventoryEvent.Reserved;
import dev.eventfold.es.test.shop.InventoryEvent.Stocked;
import dev.eventfold.es.test.shop.OutOfStock;
import org.junit.jupiter.api.Test;

class AggregateFixtureTest {
    private final AggregateFixture<Inventory> inventory = AggregateFixture.of(Inventory.class);

    @Test
    void what_is_in_stock_can_be_reserved() {
        inventory.given(new Stocked(10)).when(new Reserve("ord-1", 2)).expectEvents(new Reserved("ord-1", 2));
    }

    @Test
    void what_is_not_in_stock_is_refused_by_class_or_message() {
        inventory
                .given(new Stocked(1))
                .when(new Reserve("ord-1", 2))
                .expectRejection(OutOfStock.class)
                .expectRejection(CommandRejected.class)
                .expectRejection("only 1");
    }

    @Test
    void the_state_afterwards_can_be_looked_at() {
        inventory
                .given(new Stocked(10), new Reserved("ord-1", 2))
                .when(new Reserve("ord-2", 3))
                .expectState(state -> assertThat(state).isEqualTo(new Inventory(5, 5)));
    }

    @Test
    void a_command_that_changes_nothing_writes_nothing() {
        inventory.when(new Stock(0)).expectNothing();
    }

    @Test
    void a_command_goes_on_from_what_the_one_before_left() {
        inventory
                .when(new Stock(2))
                .expectEvents(new Stocked(2))
                .when(new Reserve("ord-1", 2))
                .expectEvents(new Reserved("ord-1", 2))
                .when(new Reserve("ord-2", 1))
                .expectRejection("only 0");
    }

    @Test
    void other_events_than_expected_are_told_line_by_line() {
        inventory.given(new Stocked(10)).when(new Reserve("ord-1", 2));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> inventory.expectEvents(new Stocked(1), new Reserved("ord-1", 2)))
                .withMessage("""
                        the events are not as expected (- is missing, + is too much):
                          - Stocked {"quantity":1}
                            Reserved {"orderId":"ord-1","quantity":2}""");
    }

    @Test
    void nothing_is_an_expectation_that_can_fail() {
        inventory.when(new Stock(1));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(inventory::expectNothing)
                .withMessageEndingWith("  + Stocked {\"quantity\":1}");
    }

    @Test
    void a_rejection_where_events_are_expected_says_why_it_was_rejected() {
        inventory.when(new Reserve("ord-1", 2));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> inventory.expectEvents(new Reserved("ord-1", 2)))
                .withMessage("the command was rejected: OutOfStock: only 0 available")
                .withCauseInstanceOf(OutOfStock.class);
    }

    @Test
    void events_where_a_rejection_is_expected_are_told() {
        inventory.when(new Stock(1));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> inventory.expectRejection("only"))
                .withMessage("the command was not rejected, it wrote [Stocked {\"quantity\":1}]");
    }

    @Test
    void another_rejection_than_expected_is_told() {
        inventory.when(new Reserve("ord-1", 2));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> inventory.expectRejection("only 7"))
                .withMessage(
                        "the command was rejected with another message: expected part=only 7, actual=only 0 available");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> inventory.expectRejection(Other.class))
                .withMessage("the command was rejected for another reason: expected=Other, actual=OutOfStock: only 0"
                        + " available");
    }

    @Test
    void a_bug_of_the_handler_is_thrown_at_once() {
        assertThatExceptionOfType(HandlerFailed.class)
                .isThrownBy(() -> inventory.when(new Stock(-1)))
                .withMessageContaining("less than nothing");
    }

    @Test
    void an_expectation_before_a_command_says_what_is_missing() {
        assertThatIllegalStateException().isThrownBy(inventory::expectNothing).withMessageContaining("when(…) first");
    }

    @Test
    void what_is_no_aggregate_event_or_command_of_it_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AggregateFixture.of(String.class))
                .withMessageContaining("no aggregate: class=java.lang.String, known=[Inventory");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inventory.given("x"))
                .withMessageContaining("known=[Reserved, Stocked]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inventory.when("x"))
                .withMessageContaining("known=[Reserve, Stock]");
    }

    private static final class Other extends CommandRejected {
        private static final long serialVersionUID = 1L;

        private Other() {
            super("never thrown");
        }
    }
}
