package flights.airport;

import dev.eventfold.es.CommandRejected;

/** The airport has handed out all the vouchers that it has. */
public final class VouchersExhausted extends CommandRejected {
    private static final long serialVersionUID = 1L;

    VouchersExhausted(int issued) {
        super("no voucher left: issued=" + issued);
    }
}
