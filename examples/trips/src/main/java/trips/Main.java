package trips;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import java.nio.file.Path;

/** Books two trips where there is a car for one. */
public class Main {
    private Main() {}

    /**
     * Runs it once.
     *
     * @param args a directory; without, all is in memory
     */
    public static void main(String[] args) {
        try (AggregateStore store =
                args.length == 0 ? AggregateStore.inMemory() : AggregateStore.open(Path.of(args[0]))) {
            store.execute(Commands.to("LH-400", new FlightCommand.OfferFlight(5)));
            store.execute(Commands.to("Ritz", new HotelCommand.OfferHotel(5)));
            store.execute(Commands.to("airport", new GarageCommand.OfferGarage(1)));
            for (String trip : new String[] {"trip-1", "trip-2"}) {
                store.execute(Commands.to(trip, new PlanTrip(trip, "LH-400", "Ritz", "airport")));
            }
            ProcessManagerReport report = ProcessManagers.runAll(store);
            store.events(0, 0).map(Main::line).forEach(System.out::println);
            System.out.println(report.dispatched() + " dispatched, " + report.rejected() + " rejected, "
                    + report.deadLettered() + " dead-lettered");
        }
    }

    private static String line(RecordedEvent event) {
        return event.instanceId() + ": " + event.event() + " " + event.json();
    }
}
