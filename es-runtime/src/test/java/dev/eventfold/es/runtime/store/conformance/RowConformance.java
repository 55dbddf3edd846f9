package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.key;
import static dev.eventfold.es.runtime.store.conformance.Samples.move;
import static dev.eventfold.es.runtime.store.conformance.Samples.put;
import static dev.eventfold.es.runtime.store.conformance.Samples.remove;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome.ConsumerMoved;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows of process instances. */
public interface RowConformance extends StoreUnderTest {
    @Test
    default void a_row_is_read_as_it_was_written() {
        for (Row row : List.of(
                new Row(key("ord-1"), 3, Row.Blocked.COMMANDS, Json.of("{\"sku\":\"é\"}")),
                new Row(key("ord-2"), 1, Row.Blocked.EVENTS, null),
                new Row(key(""), 1, Row.Blocked.NO, Json.of("null")))) {
            write(new RowChange.Put(row, 0));

            VersionedRow read = store().row(row.key()).orElseThrow();
            assertThat(read.row()).isEqualTo(row);
            assertThat(read.version()).isNotZero();
        }
    }

    @Test
    default void the_newest_row_counts() {
        write(put(key("ord-1"), 0, "1"));
        long first = version("ord-1");
        write(put(key("ord-1"), first, "2"));

        assertThat(version("ord-1")).isNotEqualTo(first);
        assertThat(store().row(key("ord-1")).orElseThrow().row().state()).hasToString("2");
    }

    @Test
    default void a_removed_row_is_gone_and_may_begin_again() {
        write(put(key("ord-1"), 0, "1"));
        write(remove(key("ord-1"), version("ord-1")));
        assertThat(store().row(key("ord-1"))).isEmpty();

        write(put(key("ord-1"), 0, "2"));

        assertThat(store().row(key("ord-1")).orElseThrow().row().state()).hasToString("2");
    }

    @Test
    default void rows_are_told_apart_by_manager_generation_and_key() {
        RowKey other = new RowKey("billing", 1, "ord-1");
        RowKey rebuilt = new RowKey("fulfilment", 2, "ord-1");
        commit(new Commit(
                List.of(), List.of(put(key("ord-1"), 0, "1"), put(other, 0, "2"), put(rebuilt, 0, "3")), null));

        write(remove(other, store().row(other).orElseThrow().version()));

        assertThat(store().row(key("ord-1")).orElseThrow().row().state()).hasToString("1");
        assertThat(store().row(other)).isEmpty();
        assertThat(store().row(rebuilt).orElseThrow().row().state()).hasToString("3");
        assertThat(store().row(key("ord-2"))).isEmpty();
    }

    @Test
    default void a_row_that_moved_meanwhile_refuses_the_whole_commit() {
        write(put(key("ord-1"), 0, "1"));
        long version = version("ord-1");
        Lease lease = store().lease("fulfilment", 0);

        for (RowChange change : List.of(
                put(key("ord-1"), 0, "2"),
                put(key("ord-1"), version + 1, "2"),
                remove(key("ord-1"), version + 1),
                remove(key("ord-2"), version),
                put(key("ord-2"), version, "2"))) {
            var refused = store().commit(
                            new Commit(List.of(append(stream("a"), ANY, 1)), List.of(change), move(lease, 0, 1)));

            assertThat(refused).as(change.toString()).isEqualTo(new ConsumerMoved("fulfilment", 0));
        }
        assertThat(log()).isEmpty();
        assertThat(store().position("fulfilment", 0)).isZero();
        assertThat(version("ord-1")).isEqualTo(version);
    }

    @Test
    default void one_wrong_row_among_good_ones_writes_none() {
        write(put(key("ord-1"), 0, "1"));

        store().commit(new Commit(
                List.of(), List.of(put(key("ord-2"), 0, "1"), put(key("ord-1"), 0, "2"), put(key(""), 0, "1")), null));

        assertThat(store().row(key("ord-2"))).isEmpty();
        assertThat(store().row(key(""))).isEmpty();
    }

    @Test
    default void a_row_is_changed_once_in_a_commit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().commit(new Commit(
                        List.of(), List.of(put(key("ord-1"), 0, "1"), put(key("ord-1"), 0, "2")), null)));
        assertThat(store().row(key("ord-1"))).isEmpty();
    }

    @Test
    default void what_a_row_waits_for_is_read_as_it_was_written() {
        Row row = new Row(
                key("ord-1"),
                2,
                Row.Blocked.EVENTS,
                Samples.AT.plusSeconds(1),
                Json.of("{\"entry\":7,\"timers\":{\"}\\\"\":[{}]}}"),
                Json.of("{\"sku\":\"é\"}"));
        Row stateless =
                new Row(key("ord-2"), 1, Row.Blocked.NO, Instant.parse("+10000-01-01T00:00:00.001Z"), null, null);
        write(new RowChange.Put(row, 0));
        write(new RowChange.Put(stateless, 0));

        assertThat(store().row(row.key()).orElseThrow().row()).isEqualTo(row);
        assertThat(store().row(stateless.key()).orElseThrow().row()).isEqualTo(stateless);
    }

    @Test
    default void since_when_a_row_lives_is_read_as_it_was_written() {
        Row.Life life = new Row.Life(Samples.AT.minusSeconds(1), 7);
        Row row = new Row(
                key("ord-1"), 2, Row.Blocked.NO, Samples.AT, Json.of("{\"entry\":7}"), life, Json.of("{\"since\":1}"));
        write(new RowChange.Put(row, 0));

        assertThat(store().row(row.key()).orElseThrow().row()).isEqualTo(row);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Row.Life(Samples.AT, 0))
                .withMessageContaining("last=0");
    }

    @Test
    default void due_rows_are_found_earliest_first_up_to_a_time() {
        for (int n : List.of(3, 1, 4, 5, 2)) {
            write(due("ord-" + n, 0, n));
        }

        assertThat(due(2, 10)).containsExactly("ord-1", "ord-2");
        assertThat(due(5, 3)).containsExactly("ord-1", "ord-2", "ord-3");
        assertThat(due(0, 10)).isEmpty();
        assertThat(store().due("fulfilment", 1, Instant.MAX, 1))
                .singleElement()
                .isEqualTo(store().row(key("ord-1")).orElseThrow());
    }

    @Test
    default void a_row_is_due_as_its_newest_version_says() {
        write(due("ord-1", 0, 1));
        write(due("ord-1", version("ord-1"), 7));
        write(due("ord-2", 0, 2));
        write(put(key("ord-2"), version("ord-2"), "1"));
        write(due("", 0, 3));
        write(remove(key(""), version("")));
        write(due("a/b", 0, 4));
        write(due("a/b", version("a/b"), 4));

        assertThat(due(9, 10)).containsExactly("a/b", "ord-1");
        assertThat(due(6, 10)).containsExactly("a/b");
    }

    @Test
    default void rows_are_due_for_their_manager_and_generation() {
        write(due("ord-1", 0, 1));
        Row other = new Row(new RowKey("billing", 1, "x"), 1, Row.Blocked.NO, Samples.AT, null, null);
        Row rebuilt = new Row(new RowKey("fulfilment", 2, "y"), 1, Row.Blocked.NO, Samples.AT, null, null);
        write(new RowChange.Put(other, 0));
        write(new RowChange.Put(rebuilt, 0));

        assertThat(due(9, 10)).containsExactly("ord-1");
        assertThat(store().due("fulfilment", 2, Instant.MAX, 9))
                .extracting(VersionedRow::row)
                .containsExactly(rebuilt);
        assertThat(store().due("shipping", 1, Instant.MAX, 9)).isEmpty();
    }

    @Test
    default void a_row_that_is_put_off_again_and_again_is_due_once() {
        write(due("ord-2", 0, 5));
        write(due("ord-1", 0, 10_000));
        for (int n = 1; n < 3_000; n++) {
            write(due("ord-1", version("ord-1"), 10_000 - n));
        }

        assertThat(due(100_000, 10)).containsExactly("ord-2", "ord-1");
        assertThat(due(7_000, 10)).containsExactly("ord-2");
    }

    @Test
    default void the_names_of_rows_are_those_that_are_there() {
        for (String key : List.of("ord-1", "ord-2", "", "a/b")) {
            write(put(key(key), 0, "1"));
        }
        write(put(key("ord-1"), version("ord-1"), "2"));
        write(remove(key("ord-2"), version("ord-2")));
        write(put(new RowKey("billing", 1, "x"), 0, "1"));
        write(put(new RowKey("fulfilment", 2, "y"), 0, "1"));

        try (Stream<RowKey> rows = store().rows("fulfilment", 1)) {
            assertThat(rows).containsExactlyInAnyOrder(key("ord-1"), key(""), key("a/b"));
        }
    }

    private List<String> due(int seconds, int most) {
        return store().due("fulfilment", 1, Samples.AT.plusSeconds(seconds), most).stream()
                .map(row -> row.row().key().key())
                .toList();
    }

    private static RowChange due(String key, long expectedVersion, int seconds) {
        Row row = new Row(key(key), 1, Row.Blocked.NO, Samples.AT.plusSeconds(seconds), null, Json.of("1"));
        return new RowChange.Put(row, expectedVersion);
    }

    private void write(RowChange change) {
        commit(new Commit(List.of(), List.of(change), null));
    }

    private long version(String key) {
        return store().row(key(key)).orElseThrow().version();
    }
}
