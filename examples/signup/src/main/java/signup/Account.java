package signup;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;
import java.util.Optional;

/** An account: signed up, then confirmed, then paid. */
@Aggregate("account")
public record Account(String email, String code, boolean confirmed, boolean paid) {
    private static final int FEE = 500;

    /** Nobody has signed up. */
    public Account() {
        this("", "", false, false);
    }

    @Handles
    AccountEvent handle(AccountCommand.SignUp command) {
        if (!email.isEmpty()) {
            throw new CommandRejected("there is such an account");
        }
        return new AccountEvent.SignedUp(command.email(), command.code());
    }

    @Handles
    Optional<AccountEvent> handle(AccountCommand.ConfirmEmail command) {
        if (email.isEmpty() || !command.code().equals(code)) {
            throw new CommandRejected("this is not the code of the mail");
        }
        return confirmed ? Optional.empty() : Optional.of(new AccountEvent.EmailConfirmed(email, FEE));
    }

    @Handles
    AccountEvent handle(AccountCommand.RecordCharge command) {
        return new AccountEvent.Charged(command.receipt());
    }

    @Handles
    AccountEvent handle(AccountCommand.RecordRefusal command) {
        return new AccountEvent.ChargeRefused(command.reason());
    }

    @Applies
    Account apply(AccountEvent.SignedUp event) {
        return new Account(event.email(), event.code(), confirmed, paid);
    }

    @Applies
    Account apply(AccountEvent.EmailConfirmed event) {
        return new Account(email, code, true, paid);
    }

    @Applies
    Account apply(AccountEvent.Charged event) {
        return new Account(email, code, confirmed, true);
    }

    @Applies
    Account apply(AccountEvent.ChargeRefused event) {
        return this;
    }
}
