package dev.eventfold.es.runtime.store.file;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Times as the log holds them: {@code "2026-11-23T22:05:01.123Z"}, always with milliseconds. */
final class Instants {
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Instants() {}

    static String text(Instant at) {
        return FORMAT.format(at);
    }

    static void write(LineBuffer line, Instant at) {
        line.raw('"').raw(text(at).getBytes(StandardCharsets.US_ASCII)).raw('"');
    }

    static Instant read(LineParser line) throws BadLine {
        String text = line.string();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadLine("expected a time, not " + text);
        }
    }
}
