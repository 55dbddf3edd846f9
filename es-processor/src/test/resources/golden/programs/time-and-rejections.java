// file: shop/Order.java
package shop;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandFor;
import dev.eventfold.es.EventOf;
import dev.eventfold.es.Handles;

@Aggregate("order")
public record Order() {
    @CommandFor("order")
    public sealed interface Command {
        record Place(String orderId, int quantity) implements Command {}

        record Cancel(String why) implements Command {}
    }

    @EventOf("order")
    public sealed interface Event {
        record Placed(String orderId, int quantity) implements Event {}

        record Cancelled(String why) implements Event {}
    }

    @Handles
    Event handle(Command.Place command) {
        return new Event.Placed(command.orderId(), command.quantity());
    }

    @Handles
    Event handle(Command.Cancel command) {
        return new Event.Cancelled(command.why());
    }

    @Applies
    Order apply(Event event) {
        return this;
    }
}
// file: shop/Stock.java
package shop;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandFor;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EventOf;
import dev.eventfold.es.Handles;

@Aggregate("stock")
public record Stock() {
    @CommandFor("stock")
    public record Reserve(String orderId, int quantity) {}

    @CommandFor("stock")
    public record Count(int quantity) {}

    @EventOf("stock")
    public record Reserved(String orderId) {}

    @Handles
    Reserved handle(Reserve command) {
        if (command.quantity() > 10) {
            throw new CommandRejected("out of stock");
        }
        return new Reserved(command.orderId());
    }

    @Handles
    void handle(Count command) {}

    @Applies
    Stock apply(Reserved event) {
        return this;
    }
}
// file: shop/Fulfilment.java
package shop;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnRejection;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

public final class Fulfilment {
    private Fulfilment() {}

    @ProcessManager(value = "fulfilment", key = "orderId")
    public static final class Process {
        private int quantity;

        @Reacts(starts = true, sends = Stock.Reserve.class)
        List<Effect> on(Order.Event.Placed event) {
            quantity = event.quantity();
            return List.of(
                    Commands.to("shelf", new Stock.Reserve(event.orderId(), quantity)),
                    Fulfilment_ProcessTimeouts.STOCK.after(Duration.ofHours(1)),
                    Fulfilment_ProcessTimeouts.LAST_CALL.after(Duration.ofDays(1)));
        }

        @Reacts(ends = true)
        void on(Stock.Reserved event) {}

        @OnRejection(ends = true, sends = Order.Command.Cancel.class)
        CommandEnvelope on(Stock.Reserve command, Rejection why, EventContext context) {
            return Commands.to(command.orderId(), new Order.Command.Cancel(why.message()));
        }

        @OnRejection
        void counted(Stock.Count command) {}

        @OnTimeout(value = "stock", sends = Stock.Count.class)
        Optional<CommandEnvelope> late() {
            return Optional.of(Commands.to("shelf", new Stock.Count(quantity)));
        }

        @OnTimeout(value = "last-call", ends = true, sends = Order.Command.Cancel.class)
        CommandEnvelope lastCall(EventContext context) {
            return Commands.to(context.key(), new Order.Command.Cancel("late"));
        }
    }
}
