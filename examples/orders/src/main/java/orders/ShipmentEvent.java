package orders;

import dev.eventfold.es.EventOf;

/** What happens to the shipment of an order. */
@EventOf("shipment")
public sealed interface ShipmentEvent {
    /** A carrier is to take the goods. */
    record ShipmentRequested(String orderId, String sku, int quantity) implements ShipmentEvent {}

    /** He has. */
    record PickedUp(String orderId, String parcel) implements ShipmentEvent {}

    /** He does not want to. */
    record ShipmentRefused(String orderId, String reason) implements ShipmentEvent {}
}
