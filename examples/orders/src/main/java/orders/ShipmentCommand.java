package orders;

import dev.eventfold.es.CommandFor;

/** What can be done about the shipment of an order. */
@CommandFor("shipment")
public sealed interface ShipmentCommand {
    /** Asks a carrier to take the goods. */
    record RequestShipment(String sku, int quantity) implements ShipmentCommand {}

    /** He has. */
    record RecordPickup(String parcel) implements ShipmentCommand {}

    /** He does not want to. */
    record RecordRefusal(String reason) implements ShipmentCommand {}
}
