package dev.eventfold.es.runtime.evolved;

import dev.eventfold.es.EventOf;
import dev.eventfold.es.Upcasts;
import java.util.Map;

/** First {@code PriceSet} in euros, then in cents, now with a currency. */
@EventOf(value = "article", version = 3, formerly = "PriceSet")
public record Priced(long cents, String currency) {
    public record V1(int euros) {}

    @Upcasts(from = 1)
    public static Map<String, Object> inCents(V1 event) {
        if (event.euros() < 0) {
            throw new IllegalArgumentException("negative: " + event.euros());
        }
        return Map.of("cents", event.euros() * 100L);
    }

    @Upcasts(from = 2)
    @SuppressWarnings("NullAway") // what a careless upcaster does
    public static Priced withCurrency(Map<String, Object> event) {
        long cents = ((Number) event.get("cents")).longValue();
        return cents == 1300 ? null : new Priced(cents, "EUR");
    }
}
