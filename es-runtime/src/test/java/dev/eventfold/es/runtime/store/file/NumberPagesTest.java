package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPagesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void numbers_of_any_width_are_what_was_set_last(int width) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        NumberPages pages = new NumberPages(width);
        long[] expected = new long[10_000];
        for (int n = 0; n < expected.length; n++) {
            pages.add(random.nextLong() >>> (64 - 8 * width));
        }
        for (int n = 0; n < expected.length; n++) {
            expected[n] = random.nextLong() >>> (64 - 8 * width);
            pages.set(n, expected[n]);
        }

        assertThat(pages.size()).isEqualTo(expected.length);
        for (int n = 0; n < expected.length; n++) {
            assertThat(pages.get(n)).as("seed " + seed).isEqualTo(expected[n]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7})
    void a_number_that_does_not_fit_is_an_error_and_not_another_number(int width) {
        NumberPages pages = new NumberPages(width);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> pages.add(1L << (8 * width)))
                .withMessageContaining("the log is full");
    }
}
