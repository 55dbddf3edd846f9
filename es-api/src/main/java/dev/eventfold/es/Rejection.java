package dev.eventfold.es;

import java.util.Objects;

/**
 * Why a command that a process instance sent was rejected.
 *
 * @param code the reason's name, for programs: {@link CommandRejected#code()}
 * @param message the reason, for people
 */
public record Rejection(String code, String message) {
    /** Checks that nothing is missing. */
    public Rejection {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
