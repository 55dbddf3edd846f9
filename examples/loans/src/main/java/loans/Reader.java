package loans;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;
import loans.contract.Remind;
import loans.contract.Reminded;

/**
 * Somebody who takes books home.
 *
 * @param reminders how often they were told that one is due
 */
@Aggregate("reader")
public record Reader(int reminders) {
    /** Nothing was ever due. */
    public Reader() {
        this(0);
    }

    @Handles
    Reminded handle(Remind command) {
        return new Reminded(command.book());
    }

    @Applies
    Reader apply(Reminded event) {
        return new Reader(reminders + 1);
    }
}
