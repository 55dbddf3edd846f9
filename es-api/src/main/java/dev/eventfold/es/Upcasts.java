package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that turns an older shape of an event, a command or the state of a process manager into the next one. It stands in
 * the class itself, so a jar with events brings what it takes to read old ones.
 *
 * <pre>{@code
 * @EventOf(value = "order", version = 3)
 * public record OrderPlaced(String orderId, Money total) {
 *
 *     record V1(String orderId, BigDecimal euros) {}
 *
 *     record V2(String orderId, BigDecimal amount, String currency) {}
 *
 *     @Upcasts(from = 1)
 *     static V2 currency(V1 event) {
 *         return new V2(event.orderId(), event.euros(), "EUR");
 *     }
 *
 *     @Upcasts(from = 2)
 *     static OrderPlaced money(V2 event) {
 *         return new OrderPlaced(event.orderId(), new Money(event.amount(), event.currency()));
 *     }
 * }
 * }</pre>
 *
 * <p>What version 1 stored is read as what the method from 1 takes, and goes through all of them. There is one for each version below the
 * present one; each returns what the next one takes, the last one the class itself. A method takes any class that the stored JSON can be read
 * as, or {@code Map<String, Object>} for its members as they are: text, numbers, lists and maps.
 *
 * <p>Not private, without type parameters and checked exceptions, and pure: it may run for the same event any number of times, on any
 * thread. {@code null} is a failure. Where a process manager in another package reacts to the event, the class, the method and what it takes
 * are public.
 *
 * <p>Nothing in the store is ever rewritten: {@link RecordedEvent#json()} and {@link RecordedEvent#schemaVersion()} stay as stored.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Upcasts {
    /**
     * The version that the method reads; it returns the next one.
     *
     * @return from 1 to one below the present version
     */
    int from();
}
