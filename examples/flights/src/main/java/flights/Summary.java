package flights;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.DeadLetter;
import flights.airport.Airport;
import flights.route.Route;
import java.util.List;
import java.util.stream.Stream;

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
        List<Route> routes = states(store, "route", Route.class);
        List<Airport> airports = states(store, "airport", Airport.class);
        try (Stream<DeadLetter> deadLetters =
                store.deadLetters("disruption-desk").all()) {
            return new Summary(
                    routes.stream().mapToLong(Route::flights).sum(),
                    routes.stream().mapToLong(Route::severe).sum(),
                    airports.stream().mapToLong(Airport::vouchers).sum(),
                    airports.stream().mapToLong(Airport::incidents).sum(),
                    deadLetters.count());
        }
    }

    private static <A> List<A> states(AggregateStore store, String name, Class<A> aggregate) {
        try (Stream<String> instances = store.streams(name)) {
            return instances.map(instance -> store.state(aggregate, instance)).toList();
        }
    }

    @Override
    public String toString() {
        return "flights=" + flights + " severe=" + severe + " vouchers=" + vouchers + " incidents=" + incidents
                + " deadLettered=" + deadLettered;
    }
}
