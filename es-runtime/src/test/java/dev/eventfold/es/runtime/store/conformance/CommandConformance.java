package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.key;
import static dev.eventfold.es.runtime.store.conformance.Samples.move;
import static dev.eventfold.es.runtime.store.conformance.Samples.once;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.put;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.CommitOutcome.DuplicateCommand;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Lease;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a command id counts once in its stream (R14). */
public interface CommandConformance extends StoreUnderTest {
    @Test
    default void a_command_id_counts_once_and_gives_the_first_result() {
        Committed first = commit(once(stream("a"), "c-1", 3));
        commit(one(stream("a")));

        CommitOutcome again = store().commit(once(stream("a"), "c-1", 1));

        assertThat(again).isEqualTo(new DuplicateCommand(first.events()));
        assertThat(store().firstResult(stream("a"), "c-1")).isEqualTo(first.events());
        assertThat(log()).hasSize(4);
    }

    @Test
    default void a_duplicate_is_told_before_its_version_conflicts() {
        Committed first = commit(once(stream("a"), "c-1", 1));

        CommitOutcome again =
                store().commit(Commit.of(append(stream("a"), new ExpectedVersion.NoStream(), true, "c-1", 1)));

        assertThat(again).isEqualTo(new DuplicateCommand(first.events()));
    }

    @Test
    default void in_another_stream_it_is_another_command() {
        commit(once(stream("a"), "c-1", 1));

        assertThat(store().commit(once(stream("b"), "c-1", 1))).isInstanceOf(Committed.class);
        assertThat(store().firstResult(stream("c"), "c-1")).isEmpty();
        assertThat(store().firstResult(stream("a"), "c-2")).isEmpty();
    }

    @Test
    default void an_id_that_was_written_without_the_condition_counts_too() {
        Committed first = commit(Commit.of(append(stream("a"), ANY, false, "c-1", 2)));

        assertThat(store().commit(once(stream("a"), "c-1", 1))).isEqualTo(new DuplicateCommand(first.events()));
    }

    @Test
    default void a_refused_command_leaves_its_id_free() {
        commit(one(stream("a")));
        store().commit(Commit.of(append(stream("a"), new ExpectedVersion.NoStream(), true, "c-1", 1)));

        assertThat(store().firstResult(stream("a"), "c-1")).isEmpty();
        assertThat(store().commit(once(stream("a"), "c-1", 1))).isInstanceOf(Committed.class);
    }

    @Test
    default void a_duplicate_writes_nothing_of_its_commit() {
        Committed first = commit(once(stream("a"), "c-1", 1));
        Lease lease = store().lease("fulfilment", 0);

        CommitOutcome again = store().commit(new Commit(
                List.of(append(stream("b"), ANY, 1), append(stream("a"), ANY, true, "c-1", 1)),
                List.of(put(key("ord-1"), 0, "{}")),
                move(lease, 0, 1)));

        assertThat(again).isEqualTo(new DuplicateCommand(first.events()));
        assertThat(log()).hasSize(1);
        assertThat(store().row(key("ord-1"))).isEmpty();
        assertThat(store().position("fulfilment", 0)).isZero();
    }

    @Test
    default void one_command_comes_to_one_stream_once_in_a_commit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().commit(new Commit(
                        List.of(append(stream("a"), ANY, true, "c-1", 1), append(stream("a"), ANY, true, "c-1", 1)),
                        List.of(),
                        null)));
        assertThat(log()).isEmpty();
    }

    @Test
    default void neighbouring_commands_keep_their_own_places() {
        commit(new Commit(
                List.of(
                        append(stream("a"), ANY, true, "c-1", 2),
                        append(stream("a"), ANY, true, "c-2", 2),
                        append(stream("b"), ANY, true, "c-2", 2)),
                List.of(),
                null));

        assertThat(store().firstResult(stream("a"), "c-2"))
                .extracting(event -> event.id() + "@" + event.position())
                .containsExactly("c-2.0@3", "c-2.1@4");
        assertThat(log())
                .extracting(event -> event.id())
                .containsExactly("c-1.0", "c-1.1", "c-2.0", "c-2.1", "c-2.0", "c-2.1");
    }
}
