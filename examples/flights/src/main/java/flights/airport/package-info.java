/** An airport, and what it does for the passengers of delayed flights. */
@NullMarked
package flights.airport;

import org.jspecify.annotations.NullMarked;
