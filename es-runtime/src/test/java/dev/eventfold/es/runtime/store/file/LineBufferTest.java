package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LineBufferTest {
    private static final JsonMapper JSON = JsonMapper.shared();

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

    @Test
    void whatever_stands_anywhere_in_a_string_is_read_back_by_jackson() {
        for (char c = 0; c < 0x120; c++) {
            for (int before = 0; before < 18; before++) {
                String text = "é".repeat(before % 2) + "x".repeat(before) + c + "/y" + c;

                String json = written(new LineBuffer(1).string(text));

                assertThat(JSON.readValue(json, String.class)).isEqualTo(text);
                assertThat(json).isEqualToIgnoringCase(JSON.writeValueAsString(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order", "ordér", "€ 5", "a\uD83D\uDE00b"})
    void text_is_written_in_utf8(String text) {
        assertThat(written(new LineBuffer(1).utf8(text))).isEqualTo(text);
    }
}
