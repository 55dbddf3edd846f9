package orders;

import java.io.IOException;

/** Whoever takes the goods to people: a service of somebody else, or what a test puts in its place. */
public interface CarrierService {
    /** What it says. */
    sealed interface Answer {
        /**
         * The goods are taken.
         *
         * @param parcel what they are called there
         */
        record Taken(String parcel) implements Answer {}

        /**
         * They will not be.
         *
         * @param reason why
         */
        record Refused(String reason) implements Answer {}
    }

    /**
     * Asks for goods to be taken.
     *
     * @param idempotencyKey the same key again gives the same answer, and takes nothing
     * @param orderId whose goods they are
     * @return the answer
     * @throws IOException when it cannot be reached
     */
    Answer pickUp(String idempotencyKey, String orderId) throws IOException;
}
