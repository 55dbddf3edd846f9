package signup;

import java.io.IOException;

/** Whoever takes the money: a service of somebody else, or what a test puts in its place. */
public interface PaymentProvider {
    /** What it says. */
    sealed interface Answer {
        /**
         * The money is taken.
         *
         * @param receipt what it is called there
         */
        record Charged(String receipt) implements Answer {}

        /**
         * It will not be.
         *
         * @param reason why
         */
        record Refused(String reason) implements Answer {}
    }

    /**
     * Asks for money.
     *
     * @param idempotencyKey the same key again gives the same answer, and takes nothing
     * @param payer who pays
     * @param cents how much
     * @return the answer
     * @throws IOException when it cannot be reached
     */
    Answer charge(String idempotencyKey, String payer, int cents) throws IOException;
}
