package signup;

import dev.eventfold.es.EventOf;

/** What happens to an account. */
@EventOf("account")
public sealed interface AccountEvent {
    /** It is there, and nobody knows whether the address is right. */
    record SignedUp(String email, String code) implements AccountEvent {}

    /** The address is right, and the fee is due. */
    record EmailConfirmed(String email, int cents) implements AccountEvent {}

    /** The fee is paid. */
    record Charged(String receipt) implements AccountEvent {}

    /** The fee cannot be had. */
    record ChargeRefused(String reason) implements AccountEvent {}
}
