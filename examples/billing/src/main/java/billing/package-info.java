/** Subscriptions that are charged each month: a timeout that sets itself again, and a command that is sent later. */
@EventSourced
@NullMarked
package billing;

import dev.eventfold.es.EventSourced;
import org.jspecify.annotations.NullMarked;
