package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBufferTest {
    private static String written(LineBuffer line) {
        return new String(line.toByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                9,
                10,
                99,
                100,
                2_147_483_647,
                2_147_483_648L,
                9_999_999_999L,
                21_474_836_470L,
                Long.MAX_VALUE / 10
            })
    void numbers_are_written_as_the_jdk_writes_them(long value) {
        assertThat(written(new LineBuffer(1).raw('x').number(value))).isEqualTo("x" + value);
        assertThat(written(new LineBuffer(1).number(Long.MAX_VALUE - value))).isEqualTo("" + (Long.MAX_VALUE - value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order", "ordér", "€ 5", "a\uD83D\uDE00b"})
    void text_is_written_in_utf8(String text) {
        assertThat(written(new LineBuffer(1).utf8(text))).isEqualTo(text);
    }
}
