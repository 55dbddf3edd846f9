package dev.eventfold.es.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ResultsTest {
    @Test
    void every_shape_becomes_a_list_in_its_order() {
        assertThat(Results.one("a")).containsExactly("a");
        assertThat(Results.<String>optional(Optional.of("a"))).containsExactly("a");
        assertThat(Results.optional(Optional.empty())).isEmpty();
        assertThat(Results.<String>list(List.of("a", "b"))).containsExactly("a", "b");
        assertThat(Results.<String>stream(Stream.of("a", "b"))).containsExactly("a", "b");
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void null_is_a_failure_that_says_what_to_return_instead() {
        assertThatNullPointerException()
                .isThrownBy(() -> Results.one(null))
                .withMessage("returned null: for nothing, return void, Optional.empty(), List.of() or Stream.empty()");
        assertThatNullPointerException().isThrownBy(() -> Results.optional(null));
        assertThatNullPointerException().isThrownBy(() -> Results.list(null));
        assertThatNullPointerException().isThrownBy(() -> Results.stream(null));
        assertThatNullPointerException().isThrownBy(() -> Results.list(Arrays.asList("a", null)));
        assertThatNullPointerException().isThrownBy(() -> Results.stream(Stream.of("a", null)));
    }

    @Test
    void a_stream_is_closed() {
        AtomicBoolean closed = new AtomicBoolean();

        Results.<String>stream(Stream.of("a").onClose(() -> closed.set(true)));

        assertThat(closed).isTrue();
    }

    @Test
    void a_collection_of_keys_is_one_run_for_each_distinct_element_in_order() {
        assertThat(Keys.each(List.of(3, 1, 3, 2), String::valueOf)).containsExactly("3", "1", "2");
        assertThat(Keys.each(List.<Integer>of(), String::valueOf)).isEmpty();
        assertThat(Keys.one("")).containsExactly("");
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void a_null_key_is_a_failure() {
        assertThatNullPointerException().isThrownBy(() -> Keys.one(null)).withMessage("the key of the event is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Keys.each(Arrays.asList("a", null), text -> text))
                .withMessage("the key of the event is null");
    }
}
