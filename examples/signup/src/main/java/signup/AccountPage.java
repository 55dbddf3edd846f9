package signup;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;
import dev.eventfold.es.Reacts;
import java.util.ArrayList;
import java.util.List;

/** What an account's owner is shown: one page for each account. */
@Projection("account-page")
public record AccountPage(String email, List<String> lines) {
    /** Nothing has happened. */
    public AccountPage() {
        this("", List.of());
    }

    @Projects(key = Reacts.INSTANCE_ID)
    AccountPage on(AccountEvent.SignedUp event, EventContext context) {
        return new AccountPage(event.email(), List.of("signed up at " + context.time()));
    }

    @Projects(key = Reacts.INSTANCE_ID)
    AccountPage on(AccountEvent.EmailConfirmed event) {
        return with("confirmed");
    }

    @Projects(key = Reacts.INSTANCE_ID)
    AccountPage on(AccountEvent.Charged event) {
        return with("paid, receipt " + event.receipt());
    }

    @Projects(key = Reacts.INSTANCE_ID)
    AccountPage on(AccountEvent.ChargeRefused event) {
        return with("not paid: " + event.reason());
    }

    private AccountPage with(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new AccountPage(email, more);
    }
}
