/**
 * A hotel's bookings, in the second year of the program. The store holds what the first version wrote, which is kept beside these sources in
 * {@code first-version}; the schema lock {@code eventfold.schema} knows both.
 */
@EventSourced
package hotel;

import dev.eventfold.es.EventSourced;
