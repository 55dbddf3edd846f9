package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Times as the log holds them: {@code "2026-11-23T22:05:01.123Z"}, always with milliseconds. Every event has one, and the JDK's formatter
 * costs more than all the rest of its line; so the years of four digits are read and written at fixed places.
 */
final class Instants {
    private static final byte[] USUAL = ascii("\"0000-00-00T00:00:00.000Z\"");
    private static final int DAY = 86_400;
    private static final long FIRST_USUAL = LocalDate.of(0, 1, 1).toEpochDay() * DAY;
    private static final long LAST_USUAL = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY - 1;

    /** What was written last: events that are decided within a millisecond bear the same object. */
    private static volatile Written last = new Written(Instant.EPOCH, ascii("\"1970-01-01T00:00:00.000Z\""));

    /** The day that was read last: neighbours in the log are mostly of one. */
    private static volatile Day lastDay = new Day(1970, 1, 1, 0);

    private Instants() {}

    @SuppressWarnings("ReferenceEquality") // another object is formatted again, and as well
    static void write(LineBuffer line, Instant at) {
        Written written = last;
        if (written.at != at) {
            LineBuffer text = new LineBuffer(32);
            format(text, at);
            written = new Written(at, text.toByteArray());
            last = written;
        }
        line.raw(written.text);
    }

    private static void format(LineBuffer line, Instant at) {
        long second = at.getEpochSecond();
        if (second < FIRST_USUAL || second > LAST_USUAL) {
            line.raw('"').raw(formatted(at)).raw('"');
            return;
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, (long) DAY));
        int ofDay = Math.floorMod(second, DAY);
        line.raw('"').digits(date.getYear(), 4);
        line.raw('-').digits(date.getMonthValue(), 2);
        line.raw('-').digits(date.getDayOfMonth(), 2);
        line.raw('T').digits(ofDay / 3600, 2);
        line.raw(':').digits(ofDay / 60 % 60, 2);
        line.raw(':').digits(ofDay % 60, 2);
        line.raw('.').digits(at.getNano() / 1_000_000, 3).raw('Z').raw('"');
    }

    /** Made when such a time comes, as the JDK's formatter is two hundred classes that no other start needs. */
    private static byte[] formatted(Instant at) {
        DateTimeFormatter format =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
        return format.format(at).getBytes(StandardCharsets.US_ASCII);
    }

    static Instant read(LineParser line) throws BadLine {
        return line.fits(USUAL) ? usual(line) : parsed(line.string());
    }

    private static Instant usual(LineParser line) throws BadLine {
        int hour = line.digits(12, 2);
        int minute = line.digits(15, 2);
        int second = line.digits(18, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new BadLine("expected a time, not " + line.string());
        }
        long ofDay = hour * 3600L + minute * 60L + second;
        Instant at = Instant.ofEpochSecond(day(line) * DAY + ofDay, line.digits(21, 3) * 1_000_000L);
        line.pass(USUAL.length);
        return at;
    }

    private static long day(LineParser line) throws BadLine {
        int year = line.digits(1, 4);
        int month = line.digits(6, 2);
        int day = line.digits(9, 2);
        Day last = lastDay;
        if (last.day != day || last.month != month || last.year != year) {
            last = new Day(year, month, day, epochDay(line, year, month, day));
            lastDay = last;
        }
        return last.epochDay;
    }

    private static long epochDay(LineParser line, int year, int month, int day) throws BadLine {
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            throw new BadLine("expected a time, not " + line.string());
        }
    }

    private static Instant parsed(String text) throws BadLine {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadLine("expected a time, not " + text);
        }
    }

    private record Day(int year, int month, int day, long epochDay) {}

    /** An instant and its text, which nobody changes. */
    private static final class Written {
        private final Instant at;
        private final byte[] text;

        Written(Instant at, byte[] text) {
            this.at = at;
            this.text = text;
        }
    }
}
