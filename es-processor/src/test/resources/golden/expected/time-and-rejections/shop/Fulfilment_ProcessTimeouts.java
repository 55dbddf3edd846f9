package shop;

import dev.eventfold.es.TimeoutName;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.TimeoutType;
import javax.annotation.processing.Generated;

/**
 * The timeouts of {@link Fulfilment.Process}, one for each of its {@code @OnTimeout} methods. Generated from it; do not edit.
 */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "shop.Fulfilment.Process")
public final class Fulfilment_ProcessTimeouts {
    /** The timeout {@code last-call}. */
    public static final TimeoutName LAST_CALL = TimeoutName.of(new TimeoutType("fulfilment", "last-call"));

    /** The timeout {@code stock}. */
    public static final TimeoutName STOCK = TimeoutName.of(new TimeoutType("fulfilment", "stock"));

    private Fulfilment_ProcessTimeouts() {}
}
