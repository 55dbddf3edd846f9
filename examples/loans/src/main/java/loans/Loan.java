package loans;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;
import loans.contract.LoanCommand;
import loans.contract.LoanEvent;

/**
 * A book, at home or out.
 *
 * @param out whether a reader has it
 */
@Aggregate("loan")
public record Loan(boolean out) {
    /** A book is at home. */
    public Loan() {
        this(false);
    }

    @Handles
    LoanEvent.Lent handle(LoanCommand.Lend command) {
        if (out) {
            throw new CommandRejected("somebody else has it");
        }
        return new LoanEvent.Lent(command.reader(), command.days());
    }

    @Handles
    LoanEvent.Returned handle(LoanCommand.Return command) {
        if (!out) {
            throw new CommandRejected("nobody has it");
        }
        return new LoanEvent.Returned();
    }

    @Applies
    Loan apply(LoanEvent.Lent event) {
        return new Loan(true);
    }

    @Applies
    Loan apply(LoanEvent.Returned event) {
        return new Loan(false);
    }
}
