/**
 * The smallest process manager: it counts the events that it sees, and echoes each of them to another aggregate. A port of the
 * {@code EchoSaga} of the Rust crate that this library grew out of.
 */
@EventSourced
@NullMarked
package counter;

import dev.eventfold.es.EventSourced;
import org.jspecify.annotations.NullMarked;
