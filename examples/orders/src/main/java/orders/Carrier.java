package orders;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Receives;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import java.io.IOException;

/** Has the goods of each shipment taken, and tells the shipment what came of it. */
@Subscriber(value = "carrier", startFrom = StartFrom.BEGINNING)
public class Carrier {
    private final CarrierService service;

    /**
     * Over some service.
     *
     * @param service takes the goods
     */
    public Carrier(CarrierService service) {
        this.service = service;
    }

    @Receives
    CommandEnvelope on(ShipmentEvent.ShipmentRequested event, EventContext context) throws IOException {
        CarrierService.Answer answer = service.pickUp(idempotencyKey(context), event.orderId());
        return Commands.to(event.orderId(), whatCameOf(answer));
    }

    private static ShipmentCommand whatCameOf(CarrierService.Answer answer) {
        if (answer instanceof CarrierService.Answer.Refused refused) {
            return new ShipmentCommand.RecordRefusal(refused.reason());
        }
        return new ShipmentCommand.RecordPickup(((CarrierService.Answer.Taken) answer).parcel());
    }

    /** The same each time that an event comes, and of no other event. */
    String idempotencyKey(EventContext context) {
        return context.aggregate() + "/" + context.instanceId() + "/" + context.version();
    }
}
