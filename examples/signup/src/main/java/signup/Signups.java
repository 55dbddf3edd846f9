package signup;

import dev.eventfold.es.Projection;
import dev.eventfold.es.Projects;
import dev.eventfold.es.RecordedEvent;
import java.util.Map;
import java.util.TreeMap;

/** How many accounts there are, and how many signed up on each day. */
@Projection("signups")
public final class Signups {
    private int confirmed;
    private Map<String, Integer> byDay = new TreeMap<>();

    @Projects(aggregate = "account", event = "SignedUp")
    void signedUp(RecordedEvent event) {
        byDay.merge(event.time().toString().substring(0, 10), 1, Integer::sum);
    }

    @Projects
    void on(AccountEvent.EmailConfirmed event) {
        confirmed++;
    }

    /**
     * Those whose address is right.
     *
     * @return their number
     */
    public int confirmed() {
        return confirmed;
    }

    /**
     * Those who signed up.
     *
     * @return the number by day
     */
    public Map<String, Integer> byDay() {
        return byDay;
    }
}
