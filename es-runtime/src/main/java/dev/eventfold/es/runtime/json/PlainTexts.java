package dev.eventfold.es.runtime.json;

import java.time.Instant;
import java.util.UUID;

/** Texts that the JDK reads more freely than the general codec does: only their plain form is taken. */
final class PlainTexts {
    private static final int UUID_LENGTH = 36;

    private PlainTexts() {}

    static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            throw NotCovered.here();
        }
        for (int at = 0; at < UUID_LENGTH; at++) {
            boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
            if (dash ? text.charAt(at) != '-' : !isHex(text.charAt(at))) {
                throw NotCovered.here();
            }
        }
        return UUID.fromString(text);
    }

    static Instant instant(String text) {
        if (!text.endsWith("Z")) {
            throw NotCovered.here();
        }
        return Instant.parse(text);
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
