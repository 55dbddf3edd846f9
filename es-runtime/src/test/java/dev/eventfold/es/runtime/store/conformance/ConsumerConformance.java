package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.key;
import static dev.eventfold.es.runtime.store.conformance.Samples.move;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.put;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.CommitOutcome.ConsumerMoved;
import dev.eventfold.es.runtime.store.CommitOutcome.Fenced;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.Lease;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Leases, and the position that travels with what it caused. */
public interface ConsumerConformance extends StoreUnderTest {
    @Test
    default void a_consumer_moves_with_what_it_caused() {
        Lease lease = store().lease("fulfilment", 0);
        assertThat(store().position("fulfilment", 0)).isZero();

        commit(effect(lease, 0, 5, 0));

        assertThat(store().position("fulfilment", 0)).isEqualTo(5);
        assertThat(store().position("billing", 0)).isZero();
        assertThat(log()).hasSize(1);
    }

    @Test
    default void a_move_from_elsewhere_is_refused_and_writes_nothing() {
        Lease lease = store().lease("fulfilment", 0);
        long row = commit(effect(lease, 0, 5, 0)).commit();

        for (long wrong : new long[] {0, 4, 6}) {
            CommitOutcome refused = store().commit(effect(lease, wrong, 9, row));

            assertThat(refused).isEqualTo(new ConsumerMoved("fulfilment", 5));
            assertHoldsOneEffect(5);
        }
    }

    @Test
    default void a_stale_lease_is_refused_and_writes_nothing() {
        Lease stale = store().lease("fulfilment", 0);
        commit(effect(stale, 0, 5, 0));
        Lease current = store().lease("fulfilment", 0);

        CommitOutcome refused = store().commit(effect(stale, 5, 9, 1));

        assertThat(refused).isEqualTo(new Fenced(stale));
        assertHoldsOneEffect(5);
        commit(new Commit(List.of(), List.of(), move(current, 5, 9)));
        assertThat(store().position("fulfilment", 0)).isEqualTo(9);
    }

    @Test
    default void a_lease_that_nobody_took_is_refused() {
        Lease invented = new Lease("fulfilment", 0, 7);

        assertThat(store().commit(effect(invented, 0, 1, 0))).isEqualTo(new Fenced(invented));
        assertThat(log()).isEmpty();
    }

    @Test
    default void leases_of_other_consumers_stay_good() {
        Lease fulfilment = store().lease("fulfilment", 0);
        Lease billing = store().lease("billing", 0);

        commit(new Commit(List.of(), List.of(), move(fulfilment, 0, 1)));
        commit(new Commit(List.of(), List.of(), move(billing, 0, 2)));

        assertThat(store().position("fulfilment", 0)).isEqualTo(1);
        assertThat(store().position("billing", 0)).isEqualTo(2);
    }

    @Test
    default void a_move_may_list_commands_that_wrote_nothing() {
        Lease lease = store().lease("fulfilment", 0);
        var unchanged = List.of(
                new ConsumerMove.Unchanged(1, 0, stream("a\"\\/\n"), "Confirm", 0xCAFEBABE),
                new ConsumerMove.Unchanged(3, 2, stream(""), "Cancel", 7));

        commit(new Commit(List.of(), List.of(), new ConsumerMove(lease, 0, 4, unchanged)));

        assertThat(store().position("fulfilment", 0)).isEqualTo(4);
    }

    @Test
    default void moves_are_read_back_with_their_commits() {
        Lease lease = store().lease("fulfilment", 0);
        Lease billing = store().lease("billing", 0);
        var unchanged = List.of(
                new ConsumerMove.Unchanged(1, 0, stream("a\"\\/\n"), "Confirm", 0xCAFEBABE),
                new ConsumerMove.Unchanged(3, 2, stream(""), "Cancel", 7));
        commit(one(stream("a")));
        long first = commit(effect(lease, 0, 1, 0)).commit();
        commit(new Commit(List.of(append(stream("b"), ANY, 3)), List.of(), move(billing, 0, 2)));
        long second = commit(new Commit(List.of(), List.of(), new ConsumerMove(lease, 1, 4, unchanged)))
                .commit();
        long third = commit(new Commit(List.of(append(stream("c"), ANY, 2)), List.of(), move(lease, 4, 4)))
                .commit();

        CommittedMove began = new CommittedMove(first, 1, 2, 0, 1, List.of());
        CommittedMove went = new CommittedMove(second, 5, 5, 1, 4, unchanged);
        CommittedMove stayed = new CommittedMove(third, 5, 7, 4, 4, List.of());
        assertThat(moves("fulfilment", 0)).containsExactly(began, went, stayed);
        assertThat(moves("fulfilment", first)).containsExactly(went, stayed);
        assertThat(moves("fulfilment", second)).containsExactly(stayed);
        assertThat(moves("fulfilment", third)).isEmpty();
        assertThat(moves("billing", 0)).extracting(CommittedMove::to).containsExactly(2L);
        assertThat(moves("nobody", 0)).isEmpty();
    }

    @Test
    default void moves_are_read_in_part() {
        Lease lease = store().lease("fulfilment", 0);
        for (int n = 0; n < 200; n++) {
            commit(new Commit(List.of(append(stream("s" + n), ANY, 1)), List.of(), move(lease, n, n + 1L)));
        }

        try (Stream<CommittedMove> moves = store().moves("fulfilment", 0, 0)) {
            assertThat(moves.limit(2)).extracting(CommittedMove::to).containsExactly(1L, 2L);
        }
        assertThat(moves("fulfilment", 0)).hasSize(200);
    }

    private List<CommittedMove> moves(String consumer, long afterCommit) {
        try (Stream<CommittedMove> moves = store().moves(consumer, 0, afterCommit)) {
            return moves.toList();
        }
    }

    private Commit effect(Lease lease, long from, long to, long rowVersion) {
        return new Commit(
                List.of(append(stream("a"), ANY, 1)),
                List.of(put(key("ord-1"), rowVersion, "{\"to\":" + to + "}")),
                move(lease, from, to));
    }

    private void assertHoldsOneEffect(long position) {
        assertThat(log()).hasSize(1);
        assertThat(store().position("fulfilment", 0)).isEqualTo(position);
        assertThat(store().row(key("ord-1")).orElseThrow().row().state()).hasToString("{\"to\":" + position + "}");
    }
}
