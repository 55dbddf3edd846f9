/** A shop: orders are reserved, paid and sent, or everything that was done for them is undone. */
@EventSourced
@NullMarked
package orders;

import dev.eventfold.es.EventSourced;
import org.jspecify.annotations.NullMarked;
