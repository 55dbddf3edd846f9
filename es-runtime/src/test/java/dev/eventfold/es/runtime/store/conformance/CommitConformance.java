package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.key;
import static dev.eventfold.es.runtime.store.conformance.Samples.move;
import static dev.eventfold.es.runtime.store.conformance.Samples.newId;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.put;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.VersionConflict;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a commit writes, and that it writes all or nothing. */
public interface CommitConformance extends StoreUnderTest {
    @Test
    default void events_get_dense_positions_and_versions() {
        Committed first = commit(Commit.of(append(stream("a"), ANY, 2)));
        Committed second =
                commit(new Commit(List.of(append(stream("b"), ANY, 1), append(stream("a"), ANY, 1)), List.of(), null));

        assertThat(first.events()).extracting(StoredEvent::position).containsExactly(1L, 2L);
        assertThat(first.events()).extracting(StoredEvent::version).containsExactly(1L, 2L);
        assertThat(first.events()).extracting(StoredEvent::index).containsExactly(0, 1);
        assertThat(second.events()).extracting(StoredEvent::position).containsExactly(3L, 4L);
        assertThat(second.events()).extracting(StoredEvent::version).containsExactly(1L, 3L);
        assertThat(second.commit()).isGreaterThan(first.commit());
        assertThat(store().lastCommit()).isIn(0L, second.commit());
    }

    @Test
    default void what_was_committed_is_what_is_read() {
        Committed committed =
                commit(new Commit(List.of(append(stream("a"), ANY, 3), append(stream("b"), ANY, 2)), List.of(), null));

        assertThat(log()).isEqualTo(committed.events());
        assertThat(store().readStream(stream("b"), 1, 10, View.DURABLE))
                .isEqualTo(committed.events().subList(3, 5));
    }

    @Test
    default void no_stream_means_that_the_stream_is_new() {
        commit(Commit.of(append(stream("a"), new ExpectedVersion.NoStream(), 1)));

        CommitOutcome again = store().commit(Commit.of(append(stream("a"), new ExpectedVersion.NoStream(), 1)));

        assertThat(again).isEqualTo(new VersionConflict(stream("a"), 1));
        assertThat(log()).hasSize(1);
    }

    @Test
    default void a_version_must_be_exact() {
        commit(Commit.of(append(stream("a"), ANY, 2)));

        for (long wrong : new long[] {1, 3}) {
            assertThat(store().commit(Commit.of(append(stream("a"), new ExpectedVersion.Version(wrong), 1))))
                    .isEqualTo(new VersionConflict(stream("a"), 2));
        }
        assertThat(commit(Commit.of(append(stream("a"), new ExpectedVersion.Version(2), 1)))
                        .events())
                .extracting(StoredEvent::version)
                .containsExactly(3L);
    }

    @Test
    default void a_version_of_a_stream_that_is_not_there_is_a_conflict() {
        assertThat(store().commit(Commit.of(append(stream("a"), new ExpectedVersion.Version(1), 1))))
                .isEqualTo(new VersionConflict(stream("a"), 0));
    }

    @Test
    default void a_stream_may_come_twice_and_each_condition_holds_on_what_the_earlier_leave() {
        commit(new Commit(
                List.of(
                        append(stream("a"), new ExpectedVersion.NoStream(), 2),
                        append(stream("b"), ANY, 1),
                        append(stream("a"), new ExpectedVersion.Version(2), 1)),
                List.of(),
                null));
        CommitOutcome refused = store().commit(new Commit(
                List.of(
                        append(stream("a"), new ExpectedVersion.Version(3), 1),
                        append(stream("a"), new ExpectedVersion.Version(3), 1)),
                List.of(),
                null));

        assertThat(refused).isEqualTo(new VersionConflict(stream("a"), 4));
        assertThat(store().readStream(stream("a"), 1, 10, View.DURABLE))
                .extracting(StoredEvent::index)
                .containsExactly(0, 1, 0);
        assertThat(log()).hasSize(4);
    }

    @Test
    default void a_conflict_in_one_of_several_streams_writes_to_none() {
        Lease lease = store().lease("fulfilment", 0);
        commit(one(stream("c")));

        CommitOutcome refused = store().commit(new Commit(
                List.of(
                        append(stream("a"), ANY, 2),
                        append(stream("b"), ANY, 1),
                        append(stream("c"), new ExpectedVersion.NoStream(), 1)),
                List.of(put(key("ord-1"), 0, "{}")),
                move(lease, 0, 1)));

        assertThat(refused).isEqualTo(new VersionConflict(stream("c"), 1));
        assertThat(log()).hasSize(1);
        assertThat(store().version(stream("a"), View.DECIDED)).isZero();
        assertThat(store().streams("inventory")).containsExactly(stream("c"));
        assertThat(store().row(key("ord-1"))).isEmpty();
        assertThat(store().position("fulfilment", 0)).isZero();
    }

    @Test
    default void a_refused_commit_leaves_no_gap() {
        commit(one(stream("a")));
        store().commit(Commit.of(append(stream("a"), new ExpectedVersion.NoStream(), 3)));

        Committed next = commit(Commit.of(append(stream("a"), ANY, true, newId(), 1)));

        assertThat(next.events()).extracting(StoredEvent::position).containsExactly(2L);
        assertThat(next.events()).extracting(StoredEvent::version).containsExactly(2L);
    }

    @Test
    default void a_commit_need_not_hold_an_event() {
        Lease lease = store().lease("fulfilment", 0);

        commit(new Commit(List.of(), List.of(put(key("ord-1"), 0, "{}")), null));
        commit(new Commit(List.of(), List.of(), move(lease, 0, 0)));

        assertThat(store().row(key("ord-1"))).isPresent();
        assertThat(log()).isEmpty();
    }
}
