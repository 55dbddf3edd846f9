// file: desk/package-info.java
@EventSourced
package desk;

import dev.eventfold.es.EventSourced;
// file: desk/OrderEvent.java
package desk;

import dev.eventfold.es.EventOf;
import dev.eventfold.es.Upcasts;
import java.util.Map;
import java.util.Set;

@EventOf("order")
sealed interface OrderEvent {
    String order();

    @EventOf(value = "order", version = 2, formerly = "Ordered")
    record Placed(String order, Set<String> skus) implements OrderEvent {
        @Upcasts(from = 1)
        static Placed of(Map<String, Object> members) {
            return new Placed((String) members.get("order"), Set.of((String) members.get("sku")));
        }
    }

    record Paid(String order, int cents) implements OrderEvent {}

    record Shipped(String order) implements OrderEvent {}
}
// file: desk/Delivered.java
package desk;

import dev.eventfold.es.EventOf;

/** Of an aggregate that another module has. */
@EventOf("stock")
record Delivered(String sku, int quantity) {}
// file: desk/CloseOrder.java
package desk;

import dev.eventfold.es.CommandFor;

@CommandFor("order")
record CloseOrder(String because) {}
// file: desk/Sales.java
package desk;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;
import dev.eventfold.es.RecordedEvent;

final class Sales {
    private Sales() {}

    /** One for each article: a class whose methods assign its fields, or return another. */
    @Projection(value = "articles", version = 3)
    static final class Article {
        private int orders;
        private long delivered;

        @Projects(key = "skus")
        void on(OrderEvent.Placed event) {
            orders++;
        }

        @Projects(key = "sku")
        Article on(Delivered event, EventContext context) {
            delivered += event.quantity();
            return this;
        }

        @Override
        public String toString() {
            return orders + " orders, " + delivered + " delivered";
        }
    }

    /** One in all: a record, of a family and of what is not in sight. */
    @Projection("turnover")
    record Turnover(long cents, long others) {
        Turnover() {
            this(0, 0);
        }

        @Projects
        Turnover on(OrderEvent event) {
            return this;
        }

        @Projects(aggregate = "order", event = "Paid")
        Turnover on(OrderEvent.Paid event) {
            return new Turnover(cents + event.cents(), others);
        }

        @Projects(aggregate = "*")
        Turnover others(RecordedEvent event) {
            return new Turnover(cents, others + 1);
        }
    }
}
// file: desk/Mailer.java
package desk;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Receives;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@Subscriber(value = "mailer", startFrom = StartFrom.NOW)
final class Mailer {
    private final Appendable out;

    Mailer(Appendable out) {
        this.out = out;
    }

    @Receives
    Optional<CommandEnvelope> on(OrderEvent.Placed event, EventContext context) throws IOException {
        out.append(context.instanceId());
        return Optional.empty();
    }

    @Receives
    List<CommandEnvelope> on(OrderEvent.Paid event) {
        return List.of(Commands.to(event.order(), new CloseOrder("paid")));
    }

    @Receives
    CommandEnvelope on(OrderEvent.Shipped event) {
        return Commands.to(event.order(), new CloseOrder("shipped"));
    }

    @Receives
    void on(Delivered event) {}

    @Receives(aggregate = "complaint", event = "Made")
    Stream<CommandEnvelope> complaint(RecordedEvent event) {
        return Stream.empty();
    }
}
// file: desk/Log.java
package desk;

import dev.eventfold.es.Receives;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;

@Subscriber(value = "log", startFrom = StartFrom.BEGINNING)
record Log(StringBuilder text) {
    @Receives(aggregate = "order")
    void on(RecordedEvent event) {
        text.append(event.event());
    }
}
