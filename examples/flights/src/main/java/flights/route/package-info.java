/** A route, from one airport to another, and the flights that landed on it. */
@NullMarked
package flights.route;

import org.jspecify.annotations.NullMarked;
