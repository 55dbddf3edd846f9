/** What a library does about its contracts, which are in a module of their own: {@code Commands} covers those that this one sends. */
@EventSourced(sends = LoanCommand.class)
@NullMarked
package loans;

import dev.eventfold.es.EventSourced;
import loans.contract.LoanCommand;
import org.jspecify.annotations.NullMarked;
