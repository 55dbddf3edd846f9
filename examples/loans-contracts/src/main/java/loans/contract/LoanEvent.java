package loans.contract;

import dev.eventfold.es.EventOf;

/** What happened to a book. */
@EventOf("loan")
public sealed interface LoanEvent {
    /**
     * A reader took it.
     *
     * @param reader who took it
     * @param days for how long
     */
    record Lent(String reader, int days) implements LoanEvent {}

    /** It is back. */
    record Returned() implements LoanEvent {}
}
