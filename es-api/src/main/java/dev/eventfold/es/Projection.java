package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a projection (a read model): the class whose state is folded from the events of some aggregates, to be asked for by
 * {@code store.projection}.
 *
 * <p>With keys there is one instance for each key; without one there is one instance for the whole program. Its state is the class's
 * fields, and only a cache: what the log says again at any time. It is kept beside the log and never in it.
 *
 * <p>A record or a non-abstract class, top-level or static nested, not private, without type parameters, extending only
 * {@code Object}, with a no-argument constructor that is not private and, in a class, without final instance fields.
 *
 * <pre>{@code
 * @Projection("order-list")
 * public record OrderList(Set<String> orders) {
 *     public OrderList() { this(Set.of()); }
 *
 *     @Projects OrderList on(OrderPlaced event) { ... }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Projection {
    /**
     * The stored name, unique among process managers, projections and subscribers, case ignored. Its position and state are found by it:
     * one that is renamed begins anew, from the first event.
     *
     * @return the stored name
     */
    String value();

    /**
     * The version of the shape and the meaning of its state. Raised by one with each change after which it is to be built anew from the
     * first event.
     *
     * @return 1 for the first
     */
    int version() default 1;
}
