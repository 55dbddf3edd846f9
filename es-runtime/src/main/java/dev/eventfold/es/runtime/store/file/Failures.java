package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.nio.file.AccessDeniedException;

/** What is said when the disk fails. */
final class Failures {
    private Failures() {}

    static StoreFailed of(String what, Disk disk, Exception cause) {
        return new StoreFailed(
                what + ": directory=" + disk.directory() + ", cause=" + cause(cause) + advice(cause), cause);
    }

    private static String advice(Exception cause) {
        return cause instanceof AccessDeniedException ? "; give this process the right to it" : "";
    }

    /** Many exceptions of the file system have the name of the file alone as their message. */
    static String cause(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null ? name : name + " " + message;
    }
}
