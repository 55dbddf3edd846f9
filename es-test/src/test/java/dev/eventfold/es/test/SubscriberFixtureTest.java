package dev.eventfold.es.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.eventfold.es.test.shop.CancelOrder;
import dev.eventfold.es.test.shop.Clerk;
import dev.eventfold.es.test.shop.Commands;
import dev.eventfold.es.test.shop.InventoryEvent.Stocked;
import dev.eventfold.es.test.shop.OrderPlaced;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriberFixtureTest {
    private static final OrderPlaced PLACED = new OrderPlaced("ord-1", "sku-1", 2);

    private final List<String> letters = new ArrayList<>();
    private final SubscriberFixture<Clerk> clerk = SubscriberFixture.of(new Clerk(letters));

    @Test
    void it_does_something_outside_and_asks_for_nothing() {
        clerk.at(Instant.parse("2026-11-01T09:00:00Z"))
                .givenFrom("ord-0", PLACED)
                .whenFrom("ord-1", PLACED)
                .expectNothing();

        assertThat(letters).containsExactly("ord-0@1 2026-11-01T09:00:00Z", "ord-1@1 2026-11-01T09:00:00Z");
    }

    @Test
    void an_event_may_come_again_and_is_the_same() {
        clerk.when(PLACED).when(PLACED).whenAgain().expectNothing();

        assertThat(letters).hasSize(3);
        assertThat(letters.get(2)).startsWith("test@2").isEqualTo(letters.get(1));
    }

    @Test
    void it_asks_for_a_command() {
        clerk.when(new OrderPlaced("ord-1", "", 2))
                .expectCommands(Commands.to("ord-1", new CancelOrder("no sku")))
                .expectState(subscriber -> assertThat(letters).isEmpty());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(clerk::expectNothing)
                .withMessage("""
                        the commands are not as expected (- is missing, + is too much):
                          + CancelOrder to order/ord-1 {"why":"no sku"}""");
    }

    @Test
    void what_it_throws_is_the_cause() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> clerk.when(new OrderPlaced("ord-1", "sku-1", -1)))
                .withMessageContaining("the printer is on fire")
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void what_does_not_reach_it_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clerk.when(new Stocked(1)))
                .withMessageContainingAll("subscriber=clerk", "event=inventory/Stocked", "known=order/OrderPlaced");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubscriberFixture.of("clerk"))
                .withMessageContaining("no subscriber: class=java.lang.String, known=[Clerk]");
    }

    @Test
    void an_expectation_before_an_event_says_what_is_missing() {
        assertThatIllegalStateException().isThrownBy(clerk.given(PLACED)::expectNothing);
        assertThatIllegalStateException().isThrownBy(clerk::whenAgain);
    }
}
