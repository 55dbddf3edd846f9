package loans;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.OnTimeout;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Timeout;
import java.time.Duration;
import loans.contract.LoanEvent;
import loans.contract.Remind;

/** Reminds the reader of a book that is not back in time. */
@ProcessManager(value = "reminders", key = Reacts.INSTANCE_ID)
public final class Reminders {
    private String reader = "";

    @Reacts(starts = true)
    Timeout on(LoanEvent.Lent event) {
        reader = event.reader();
        return RemindersTimeouts.DUE.after(Duration.ofDays(event.days()));
    }

    @OnTimeout(value = "due", sends = Remind.class)
    CommandEnvelope due(EventContext context) {
        return Commands.to(reader, new Remind(context.key()));
    }

    @Reacts(ends = true)
    void on(LoanEvent.Returned event) {}
}
