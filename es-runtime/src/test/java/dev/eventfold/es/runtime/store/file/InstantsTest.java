package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    private static final DateTimeFormatter OF_THE_JDK =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    @Test
    void every_time_is_written_as_the_jdk_writes_it_and_read_back() throws BadLine {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long first = LocalDate.of(-20, 1, 1).toEpochDay() * 86_400;
        long last = LocalDate.of(10_020, 1, 1).toEpochDay() * 86_400;

        for (int i = 0; i < 20_000; i++) {
            Instant at = Instant.ofEpochSecond(random.nextLong(first, last), random.nextInt(1_000_000_000));

            assertThat(written(at)).as("seed=%d", seed).isEqualTo('"' + OF_THE_JDK.format(at) + '"');
            assertThat(read(written(at))).as("seed=%d", seed).isEqualTo(at.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @Test
    void the_first_and_last_time_of_every_day_of_a_hundred_years_are_read_back() throws BadLine {
        for (LocalDate day = LocalDate.of(1960, 1, 1); day.getYear() < 2060; day = day.plusDays(1)) {
            Instant first = day.atStartOfDay().toInstant(ZoneOffset.UTC);
            Instant last = first.plusSeconds(86_399).plusMillis(999);

            assertThat(read(written(first))).isEqualTo(first);
            assertThat(read(written(last))).isEqualTo(last);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-02-30T00:00:00.000Z\"",
                "\"2026-13-01T00:00:00.000Z\"",
                "\"2026-01-01T25:00:00.000Z\"",
                "\"2026-01-01T00:60:00.000Z\"",
                "\"2026-01-01T00:00:61.000Z\"",
                "\"2026-01-01 00:00:00.000Z\"",
                "\"soon\"",
                "17"
            })
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadLine.class);
    }

    private static String written(Instant at) {
        LineBuffer line = new LineBuffer(8);
        Instants.write(line, at);
        return new String(line.toByteArray(), StandardCharsets.US_ASCII);
    }

    private static Instant read(String text) throws BadLine {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        LineParser line = new LineParser(bytes, 0, bytes.length);
        Instant at = Instants.read(line);
        assertThat(line.atEnd()).isTrue();
        return at;
    }
}
