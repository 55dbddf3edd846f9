package trips;

import dev.eventfold.es.CommandFor;

/** What can be asked of a garage. */
@CommandFor("garage")
public sealed interface GarageCommand {
    record BookGarage(String tripId) implements GarageCommand {}

    record CancelGarage(String tripId) implements GarageCommand {}

    record OfferGarage(int cars) implements GarageCommand {}
}
