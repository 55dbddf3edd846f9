/** A hotel's bookings, as the first version of the program had them. Nothing compiles this any more: the store in the tests was written by it. */
@EventSourced
package hotel;

import dev.eventfold.es.EventSourced;
