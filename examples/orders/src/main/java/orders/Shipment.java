package orders;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandContext;
import dev.eventfold.es.Handles;

/** The shipment of an order, as far as the carrier has told. */
@Aggregate("shipment")
public record Shipment(String parcel) {
    /** The carrier has nothing. */
    public Shipment() {
        this("");
    }

    @Handles
    ShipmentEvent.ShipmentRequested handle(ShipmentCommand.RequestShipment command, CommandContext context) {
        return new ShipmentEvent.ShipmentRequested(context.instanceId(), command.sku(), command.quantity());
    }

    @Handles
    ShipmentEvent.PickedUp handle(ShipmentCommand.RecordPickup command, CommandContext context) {
        return new ShipmentEvent.PickedUp(context.instanceId(), command.parcel());
    }

    @Handles
    ShipmentEvent.ShipmentRefused handle(ShipmentCommand.RecordRefusal command, CommandContext context) {
        return new ShipmentEvent.ShipmentRefused(context.instanceId(), command.reason());
    }

    @Applies
    Shipment apply(ShipmentEvent.ShipmentRequested event) {
        return this;
    }

    @Applies
    Shipment apply(ShipmentEvent.PickedUp event) {
        return new Shipment(event.parcel());
    }

    @Applies
    Shipment apply(ShipmentEvent.ShipmentRefused event) {
        return this;
    }
}
