/** Accounts that are confirmed by e-mail and paid for. */
@EventSourced
@NullMarked
package signup;

import dev.eventfold.es.EventSourced;
import org.jspecify.annotations.NullMarked;
