package dev.eventfold.es.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.test.shop.CancelOrder;
import dev.eventfold.es.test.shop.Commands;
import dev.eventfold.es.test.shop.ConfirmOrder;
import dev.eventfold.es.test.shop.Fulfilment;
import dev.eventfold.es.test.shop.FulfilmentTimeouts;
import dev.eventfold.es.test.shop.InventoryCommand.Reserve;
import dev.eventfold.es.test.shop.InventoryEvent.Reserved;
import dev.eventfold.es.test.shop.InventoryEvent.Stocked;
import dev.eventfold.es.test.shop.OrderPlaced;
import dev.eventfold.es.test.shop.OutOfStock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessManagerFixtureTest {
    private static final OrderPlaced PLACED = new OrderPlaced("ord-1", "sku-1", 2);

    private final ProcessManagerFixture<Fulfilment> fulfilment = ProcessManagerFixture.of(Fulfilment.class);

    @Test
    void a_placed_order_reserves_its_stock() {
        fulfilment.when(PLACED).expectCommands(Commands.to("sku-1", new Reserve("ord-1", 2)));
    }

    @Test
    void the_state_of_the_instance_can_be_looked_at() {
        fulfilment.when(PLACED).expectState(state -> {
            assertThat(state.sku()).isEqualTo("sku-1");
            assertThat(state.quantity()).isEqualTo(2);
        });
    }

    @Test
    void the_key_picks_the_instance_and_the_instance_of_the_event_can_be_named() {
        fulfilment
                .given(PLACED)
                .whenFrom("sku-7", new Reserved("ord-1", 2))
                .expectCommands(Commands.to("ord-1", new ConfirmOrder("sku-7")))
                .expectEnded();
    }

    @Test
    void an_event_for_an_instance_that_does_not_live_is_ignored() {
        fulfilment.given(PLACED).when(new Reserved("ord-2", 2)).expectIgnored().expectNothing();
    }

    @Test
    void a_rejected_command_comes_back() {
        fulfilment
                .given(PLACED)
                .whenRejected(new Reserve("ord-1", 2), new OutOfStock(1))
                .expectCommands(Commands.to("ord-1", new CancelOrder("only 1 available")))
                .expectEnded();
    }

    @Test
    void a_timeout_is_pending_until_it_fires() {
        fulfilment
                .when(PLACED)
                .expectTimeout(FulfilmentTimeouts.STOCK, Duration.ofHours(1))
                .whenTimeElapses(Duration.ofMinutes(59))
                .expectNothing()
                .expectTimeout(FulfilmentTimeouts.STOCK, Duration.ofMinutes(1))
                .whenTimeElapses(Duration.ofMinutes(1))
                .expectCommands(Commands.to("ord-1", new CancelOrder("late")))
                .expectNoTimeout(FulfilmentTimeouts.STOCK)
                .expectEnded();
    }

    @Test
    void the_end_of_an_instance_takes_its_timeout_away() {
        fulfilment
                .given(PLACED)
                .when(new Reserved("ord-1", 2))
                .expectNoTimeout(FulfilmentTimeouts.STOCK)
                .whenTimeElapses(Duration.ofDays(1))
                .expectNothing();
    }

    @Test
    void what_several_instances_do_when_time_elapses_comes_in_the_order_of_the_times() {
        fulfilment
                .given(PLACED)
                .at(Instant.parse("2000-01-01T00:30:00Z"))
                .given(new OrderPlaced("ord-2", "sku-1", 1))
                .whenTimeElapses(Duration.ofHours(2))
                .expectCommands(
                        Commands.to("ord-1", new CancelOrder("late")), Commands.to("ord-2", new CancelOrder("late")))
                .expectEnded();
    }

    @Test
    void a_timeout_that_is_not_as_expected_is_told() {
        fulfilment.when(PLACED);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> fulfilment.expectNoTimeout(FulfilmentTimeouts.STOCK))
                .withMessage("the timeout is pending: timeout=stock, due in PT1H");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> fulfilment.expectTimeout(FulfilmentTimeouts.STOCK, Duration.ofHours(2)))
                .withMessage(
                        "the timeout is not pending as expected: timeout=stock, expected=PT2H, pending={stock=PT1H}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fulfilment.whenTimeElapses(Duration.ofHours(-1)))
                .withMessage("time does not run backwards: elapses=PT-1H");
    }

    @Test
    void each_event_goes_on_from_what_the_one_before_left() {
        fulfilment
                .when(PLACED)
                .expectCommands(Commands.to("sku-1", new Reserve("ord-1", 2)))
                .when(new Reserved("ord-1", 2))
                .expectCommands(Commands.to("ord-1", new ConfirmOrder("test")))
                .when(new Reserved("ord-1", 2))
                .expectIgnored();
    }

    @Test
    void other_commands_than_expected_are_told_line_by_line() {
        fulfilment.when(PLACED);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> fulfilment.expectCommands(Commands.to("sku-1", new Reserve("ord-1", 3))))
                .withMessage("""
                        the commands are not as expected (- is missing, + is too much):
                          - Reserve to inventory/sku-1 {"orderId":"ord-1","quantity":3}
                          + Reserve to inventory/sku-1 {"orderId":"ord-1","quantity":2}""");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(fulfilment::expectNothing);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(fulfilment::expectIgnored);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(fulfilment::expectEnded)
                .withMessage("the instance lives on: key=ord-1");
    }

    @Test
    void a_command_outside_sends_fails_the_test() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> fulfilment.when(new OrderPlaced("ord-1", "", 2)))
                .withMessageContaining("event=order/OrderPlaced, command=order/CancelOrder");
    }

    @Test
    void what_a_reaction_throws_is_the_cause() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> fulfilment.given(new OrderPlaced("ord-1", "sku-1", -1)))
                .withMessageContaining("less than nothing")
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_what_was_sent_and_is_heard_of_can_be_rejected() {
        CommandRejected why = new CommandRejected("no");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> fulfilment.whenRejected(new Reserve("ord-1", 2), why))
                .withMessageContaining("was not sent");
        fulfilment.given(PLACED).given(new Reserved("ord-1", 2));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> fulfilment.whenRejected(new ConfirmOrder("test"), why))
                .withMessageContaining("nobody hears of this rejection");
    }

    @Test
    void what_it_does_not_react_to_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fulfilment.when(new Stocked(1)))
                .withMessageContaining(
                        "does not react to this event: processManager=fulfilment, event=inventory/Stocked");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessManagerFixture.of(String.class))
                .withMessageContaining("no process manager: class=java.lang.String, known=[Fulfilment]");
    }

    @Test
    void an_expectation_before_an_event_says_what_is_missing() {
        assertThatIllegalStateException().isThrownBy(fulfilment.given(PLACED)::expectNothing);
    }
}
