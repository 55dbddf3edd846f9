/** What the shop would be with one mistake in it. */
@EventSourced
@NullMarked
package orders.planted;

import dev.eventfold.es.EventSourced;
import org.jspecify.annotations.NullMarked;
