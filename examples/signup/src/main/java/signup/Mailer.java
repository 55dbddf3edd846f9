package signup;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.Receives;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import java.io.IOException;

/** Mails whoever signs up a link to confirm the address with. */
@Subscriber(value = "mailer", startFrom = StartFrom.NOW)
public final class Mailer {
    private final Mails mails;

    /**
     * Over some server.
     *
     * @param mails sends them
     */
    public Mailer(Mails mails) {
        this.mails = mails;
    }

    @Receives
    void on(AccountEvent.SignedUp event, EventContext context) throws IOException {
        String id = context.instanceId() + "." + context.version() + "@example.org";
        mails.send(
                id,
                event.email(),
                "https://example.org/confirm?account=" + context.instanceId() + "&code=" + event.code());
    }
}
