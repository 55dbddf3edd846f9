package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.snapshot;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of the states of streams. */
public interface SnapshotConformance extends StoreUnderTest {
    @Test
    default void a_snapshot_is_read_as_it_was_kept() {
        List<StreamId> streams = List.of(
                stream("a"),
                new StreamId("order", "a"),
                stream(""),
                stream(".."),
                stream("a/b\n\"\\"),
                stream("\uD83D\uDE00"));
        for (StreamId stream : streams) {
            commit(one(stream));
            assertThat(store().snapshot(stream)).isEmpty();

            store().keep(new Snapshot(
                    stream,
                    1,
                    "w \"é",
                    "c",
                    Samples.event("c", "{\"of\":[1,\"é\"]}").data()));
        }

        for (StreamId stream : streams) {
            assertThat(store().snapshot(stream))
                    .contains(new Snapshot(
                            stream,
                            1,
                            "w \"é",
                            "c",
                            Samples.event("c", "{\"of\":[1,\"é\"]}").data()));
        }
    }

    @Test
    default void the_snapshot_that_was_kept_last_counts() {
        commit(Commit.of(append(stream("a"), ANY, 3)));
        store().keep(snapshot(stream("a"), 1, "1"));
        store().keep(snapshot(stream("a"), 3, "3"));
        assertThat(store().snapshot(stream("a"))).contains(snapshot(stream("a"), 3, "3"));

        store().keep(snapshot(stream("a"), 2, "2"));

        assertThat(store().snapshot(stream("a"))).contains(snapshot(stream("a"), 2, "2"));
    }

    @Test
    default void a_snapshot_of_what_is_not_durable_is_not_kept() {
        commit(one(stream("a")));
        store().keep(snapshot(stream("a"), 1, "1"));
        decide(one(stream("a")));

        store().keep(snapshot(stream("a"), 2, "2"));
        long kept = store().snapshot(stream("a")).orElseThrow().version();
        assertThat(kept).isLessThanOrEqualTo(store().version(stream("a"), View.DURABLE));

        store().keep(snapshot(stream("a"), 3, "3"));
        store().keep(snapshot(stream("b"), 1, "1"));

        assertThat(store().snapshot(stream("a")).orElseThrow().version()).isEqualTo(kept);
        assertThat(store().snapshot(stream("b"))).isEmpty();
    }

    @Test
    default void a_snapshot_takes_no_place_in_the_log() {
        commit(one(stream("a")));
        long commit = store().lastCommit();

        store().keep(snapshot(stream("a"), 1, "1"));

        assertThat(log()).hasSize(1);
        assertThat(store().lastCommit()).isEqualTo(commit);
        assertThat(store().streams("inventory")).containsExactly(stream("a"));
    }
}
