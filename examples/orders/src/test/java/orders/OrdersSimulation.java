package orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.test.Simulation;
import dev.eventfold.es.test.Simulation.Moment;
import java.util.List;
import java.util.Random;

/** What customers, warehouse and carrier may do in whatever order, and what the shop promises all the same. */
final class OrdersSimulation {
    private OrdersSimulation() {}

    static Simulation<World> shop() {
        return Simulation.of(World::new)
                .given(Commands.to("bicycle", new InventoryCommand.Stock(10)))
                .command(OrdersSimulation::order)
                .command(OrdersSimulation::pay)
                .command((now, random) -> Commands.to("bicycle", warehouse(random)))
                .act("nobody answers at the carrier's", now -> now.world().answersNextTime(false))
                .act("the carrier has no room", now -> now.world().hasRoomNextTime(false))
                .always("goods are taken once", OrdersSimulation::takenOnce)
                .always("nothing is sent that is cancelled", OrdersSimulation::nothingCancelledIsSent)
                .always("who gets nothing pays nothing", OrdersSimulation::nothingForNothing)
                .whenQuiet("what is cancelled can be sold again", OrdersSimulation::cancelledIsReleased);
    }

    private static CommandEnvelope order(Moment<World> now, Random random) {
        String orderId = "order-" + now.store().streams("order").count();
        return Commands.to(orderId, new OrderCommand.PlaceOrder(orderId, "bicycle", 1 + random.nextInt(2), 90_000));
    }

    private static CommandEnvelope pay(Moment<World> now, Random random) {
        List<String> asked = now.store()
                .streams("payment")
                .filter(order -> now.store().state(Payment.class, order).status() == Payment.Status.OPEN)
                .toList();
        return asked.isEmpty()
                ? order(now, random)
                : Commands.to(asked.get(random.nextInt(asked.size())), new PaymentCommand.Pay());
    }

    private static InventoryCommand warehouse(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new InventoryCommand.BeginCount();
            case 1, 2 -> new InventoryCommand.Stock(2);
            default -> new InventoryCommand.EndCount();
        };
    }

    private static void takenOnce(Moment<World> now) {
        assertThat(now.world().taken().values()).allMatch(times -> times == 1);
    }

    private static void nothingCancelledIsSent(Moment<World> now) {
        assertThat(now.world().taken().keySet()).noneMatch(order -> isCancelled(now, order));
    }

    private static void nothingForNothing(Moment<World> now) {
        assertThat(now.store().streams("order").filter(order -> isCancelled(now, order)))
                .noneMatch(order -> now.store().state(Payment.class, order).status() == Payment.Status.PAID);
    }

    private static void cancelledIsReleased(Moment<World> now) {
        assertThat(now.store().state(Inventory.class, "bicycle").reserved().keySet())
                .noneMatch(order -> isCancelled(now, order));
    }

    private static boolean isCancelled(Moment<World> now, String order) {
        return now.store().state(Order.class, order).status() == Order.Status.CANCELLED;
    }
}
