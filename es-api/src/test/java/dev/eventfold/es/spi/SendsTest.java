package dev.eventfold.es.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.CommandEnvelope;
import org.junit.jupiter.api.Test;

class SendsTest {
    private static final CommandEnvelope TAKE = CommandEnvelope.ofJson("stock", "sku-1", "Take", "{}");

    @Test
    void who_does_not_say_may_send_everything() {
        assertThat(Sends.unknown().allows(TAKE)).isTrue();
        assertThat(new Subscription("order", "Placed", true, false).sends()).isEqualTo(Sends.unknown());
    }

    @Test
    void who_says_may_send_that_of_that_aggregate_only() {
        assertThat(Sends.only("stock/Take", "stock/Take").allows(TAKE)).isTrue();
        assertThat(Sends.only("stock/Return", "shop/Take").allows(TAKE)).isFalse();
        assertThat(Sends.only().allows(TAKE)).isFalse();
    }
}
