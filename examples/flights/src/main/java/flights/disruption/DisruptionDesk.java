package flights.disruption;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import flights.Commands;
import flights.airport.IssueVoucher;
import flights.airport.OpenIncident;
import flights.route.FlightLanded;
import java.util.List;

/**
 * Watches the flights that leave an airport. Each severe delay asks the airport for a voucher; the tenth opens an incident too. A
 * voucher refused holds nothing up: it is a dead letter, and the desk goes on.
 */
@ProcessManager(value = "disruption-desk", key = "origin", onFailure = OnFailure.CONTINUE)
@SuppressWarnings("eventfold:never-ends")
public final class DisruptionDesk {
    private static final int INCIDENT_AT = 10;

    private int severeDelays;

    @Reacts(
            aggregate = "route",
            event = "FlightLanded",
            starts = true,
            sends = {IssueVoucher.class, OpenIncident.class})
    List<CommandEnvelope> on(FlightLanded event, EventContext context) {
        if (!event.severelyDelayed()) {
            return List.of();
        }
        severeDelays++;
        CommandEnvelope voucher = Commands.to(event.origin(), new IssueVoucher(context.instanceId(), event.delay()));
        if (severeDelays != INCIDENT_AT) {
            return List.of(voucher);
        }
        return List.of(voucher, Commands.to(event.origin(), new OpenIncident(severeDelays)));
    }
}
