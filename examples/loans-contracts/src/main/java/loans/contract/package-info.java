/** What a library can be told, and what happens in it. Whoever sends commands or reads events needs no more than this. */
@EventSourced
@NullMarked
package loans.contract;

import dev.eventfold.es.EventSourced;
import org.jspecify.annotations.NullMarked;
