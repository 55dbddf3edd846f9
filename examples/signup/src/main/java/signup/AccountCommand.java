package signup;

import dev.eventfold.es.CommandFor;

/** What is asked of an account. */
@CommandFor("account")
public sealed interface AccountCommand {
    /** Somebody wants an account. The code is the caller's to invent: a handler has no chance and no clock. */
    record SignUp(String email, String code) implements AccountCommand {}

    /** Somebody followed the link in the mail. */
    record ConfirmEmail(String code) implements AccountCommand {}

    /** The provider has charged the fee. */
    record RecordCharge(String receipt) implements AccountCommand {}

    /** The provider has refused to charge it. */
    record RecordRefusal(String reason) implements AccountCommand {}
}
