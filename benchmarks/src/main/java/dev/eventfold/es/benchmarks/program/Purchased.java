package dev.eventfold.es.benchmarks.program;

import dev.eventfold.es.EventOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An event as programs have them: some text, a time, numbers, and a list of parts.
 *
 * @param orderId the order
 * @param customer who
 * @param at when
 * @param lines what
 * @param total how much
 */
@EventOf("purchase")
public record Purchased(String orderId, String customer, Instant at, List<Line> lines, BigDecimal total) {
    /**
     * A line of it.
     *
     * @param sku what
     * @param quantity how many
     * @param price of one
     */
    public record Line(String sku, int quantity, BigDecimal price) {}

    /**
     * One with two lines.
     *
     * @return the same each time
     */
    public static Purchased sample() {
        return new Purchased(
                "ord-2026-000417",
                "customer-91532",
                Instant.ofEpochMilli(1_790_000_123_456L),
                List.of(
                        new Line("sku-100", 2, new BigDecimal("19.90")),
                        new Line("sku-7741", 1, new BigDecimal("5.00"))),
                new BigDecimal("44.80"));
    }
}
