/** A travel agency: trips of a flight, a room and a car, which are booked together or not at all. */
@EventSourced
package trips;

import dev.eventfold.es.EventSourced;
