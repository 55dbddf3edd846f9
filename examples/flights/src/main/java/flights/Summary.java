package flights;

import dev.eventfold.es.runtime.AggregateStore;
import flights.airport.Airport;
import flights.route.Route;
import java.util.List;

/**
 * What the store holds, whoever put it there and when.
 *
 * @param flights landings recorded
 * @param severe how many of them were severely delayed
 * @param vouchers issued by all airports
 * @param incidents opened by all airports
 * @param deadLettered commands of the disruption desk that failed
 */
record Summary(long flights, long severe, long vouchers, long incidents, long deadLettered) {
    static Summary of(AggregateStore store) {
        List<Route> routes = store.streams("route")
                .map(route -> store.state(Route.class, route))
                .toList();
        List<Airport> airports = store.streams("airport")
                .map(airport -> store.state(Airport.class, airport))
                .toList();
        return new Summary(
                routes.stream().mapToLong(Route::flights).sum(),
                routes.stream().mapToLong(Route::severe).sum(),
                airports.stream().mapToLong(Airport::vouchers).sum(),
                airports.stream().mapToLong(Airport::incidents).sum(),
                store.deadLetters("disruption-desk").all().count());
    }

    @Override
    public String toString() {
        return "flights=" + flights + " severe=" + severe + " vouchers=" + vouchers + " incidents=" + incidents
                + " deadLettered=" + deadLettered;
    }
}
