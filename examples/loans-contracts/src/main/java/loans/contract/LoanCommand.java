package loans.contract;

import dev.eventfold.es.CommandFor;

/** What can be done with a book. */
@CommandFor("loan")
public sealed interface LoanCommand {
    /**
     * Gives it to a reader.
     *
     * @param reader who takes it
     * @param days for how long
     */
    record Lend(String reader, int days) implements LoanCommand {}

    /** Takes it back. */
    record Return() implements LoanCommand {}
}
