package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.event;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome.TooLarge;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.View;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Large events and large commits, and the bounds of both. */
public interface SizeConformance extends StoreUnderTest {
    @Test
    @DisplayName("W-16 an event may have a megabyte")
    default void an_event_may_have_a_megabyte() {
        NewEvent large = event("c-1", "\"" + "é".repeat(1 << 19) + "\"");
        var committed = commit(Commit.of(new StreamAppend(stream("a"), ANY, true, List.of(large, large))));
        commit(one(stream("a")));

        assertThat(store().readStream(stream("a"), 1, 2, View.DURABLE)).isEqualTo(committed.events());
        assertThat(store().read(0, 0, 10, 1000, View.DURABLE)).hasSize(1);
        assertThat(log()).hasSize(3);
    }

    @Test
    default void a_commit_may_have_many_events() {
        commit(Commit.of(append(stream("a"), ANY, 10_000)));

        assertThat(store().read(0, 9_990, 100, Long.MAX_VALUE, View.DURABLE))
                .hasSize(10)
                .last()
                .satisfies(event -> assertThat(event.index()).isEqualTo(9_999));
    }

    @Test
    default void a_commit_of_too_many_lines_is_refused_and_writes_nothing() {
        var outcome = store().commit(Commit.of(append(stream("a"), ANY, Commit.MAX_LINES + 1)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TooLarge.class, tooLarge -> assertThat(tooLarge.lines()).isEqualTo(Commit.MAX_LINES + 1));
        assertThat(store().head(0, View.DECIDED)).isZero();
        commit(one(stream("a")));
    }

    @Test
    default void a_commit_of_too_many_bytes_is_refused_and_writes_nothing() {
        NewEvent large = event("c-1", "\"" + "x".repeat(1 << 20) + "\"");
        commit(one(stream("a")));

        var outcome =
                store().commit(Commit.of(new StreamAppend(stream("a"), ANY, false, Collections.nCopies(64, large))));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TooLarge.class, tooLarge -> assertThat(tooLarge.bytes()).isGreaterThan(Commit.MAX_BYTES));
        assertThat(store().head(0, View.DECIDED)).isEqualTo(1);
        commit(one(stream("a")));
        assertThat(store().version(stream("a"), View.DURABLE)).isEqualTo(2);
    }
}
