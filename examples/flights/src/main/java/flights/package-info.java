/**
 * Real flights: each landing is recorded, and a disruption desk hands out vouchers for severe delays. The classes generated for this
 * module live here.
 */
@EventSourced
@NullMarked
package flights;

import dev.eventfold.es.EventSourced;
import org.jspecify.annotations.NullMarked;
