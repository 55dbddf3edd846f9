package dev.eventfold.es.runtime.store.file;

import java.security.SecureRandom;

/** The name that a store gets when its log is begun. It is in every checksum, so that lines of two stores are never taken for each other. */
final class StoreId {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 8;

    /** As long as any. */
    static final String EXAMPLE = "0".repeat(LENGTH);

    private StoreId() {}

    static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder(LENGTH);
        for (int n = 0; n < LENGTH; n++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
