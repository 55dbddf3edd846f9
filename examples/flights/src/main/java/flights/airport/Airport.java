package flights.airport;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;

/**
 * An airport, which has only so many vouchers to hand out.
 *
 * @param vouchers how many it has issued
 * @param incidents how many it has opened
 */
@Aggregate("airport")
public record Airport(int vouchers, int incidents) {
    private static final int VOUCHERS = 12;

    /** An airport that has had no trouble yet. */
    public Airport() {
        this(0, 0);
    }

    @Handles
    VoucherIssued handle(IssueVoucher command) {
        if (vouchers == VOUCHERS) {
            throw new VouchersExhausted(vouchers);
        }
        return new VoucherIssued(command.route(), command.delay());
    }

    @Handles
    IncidentOpened handle(OpenIncident command) {
        return new IncidentOpened(command.severeDelays());
    }

    @Applies
    Airport apply(VoucherIssued event) {
        return new Airport(vouchers + 1, incidents);
    }

    @Applies
    Airport apply(IncidentOpened event) {
        return new Airport(vouchers, incidents + 1);
    }
}
