package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.AT;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.EventSlice;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes back from the log. */
public interface ReadConformance extends StoreUnderTest {
    @Test
    default void an_empty_store_has_nothing_to_read() {
        assertThat(store().partitions()).isPositive();
        assertThat(store().head(0, View.DURABLE)).isZero();
        assertThat(log()).isEmpty();
        assertThat(store().readStream(stream("a"), 1, 10, View.DECIDED)).isEmpty();
        assertThat(store().version(stream("a"), View.DURABLE)).isZero();
        assertThat(store().streams("inventory")).isEmpty();
        assertThat(store().lastCommit()).isZero();
        store().awaitDurable(0);
    }

    @Test
    default void every_field_of_an_event_comes_back() {
        Origin sent = new Origin(
                "c-2",
                "flow",
                "c-1.0",
                new Origin.Sent("fulfilment/ord-1", "Reserve", 0x8E1F02AA),
                "ann",
                Map.of("tenant", "x", "", "y"));
        Origin silent = new Origin("c-3", "c-3", "c-3", null, "", Map.of());
        NewEvent foreign = new NewEvent("Moved", 1, Instant.EPOCH, silent, "", Json.of("[1,{\"crc\":\"00000000\"}]"));

        var committed = commit(new Commit(
                List.of(
                        new StreamAppend(
                                stream("a"), ANY, true, List.of(new NewEvent("Reserved", 12, AT, sent, null, json()))),
                        new StreamAppend(stream("b"), ANY, true, List.of(foreign))),
                List.of(),
                null));

        assertThat(log()).isEqualTo(committed.events());
        assertThat(log().get(0).event().origin()).isEqualTo(sent);
        assertThat(log().get(1).event()).isEqualTo(foreign);
        assertThat(log().get(1).id()).isEmpty();
    }

    private Json json() {
        return Json.of("{\"a\":\"\\\"crc\\\":\\n\",\"b\":[null,true,-1.5e300],\"c\":\"\uD83D\uDE00\u0000\"}");
    }

    @Test
    default void a_partition_is_read_in_pages_without_a_gap() {
        List<StoredEvent> written = fill();

        for (int page : new int[] {1, 2, 3, 7, 100}) {
            List<StoredEvent> read = new ArrayList<>();
            for (List<StoredEvent> more = read(read, page); !more.isEmpty(); more = read(read, page)) {
                assertThat(more).hasSizeLessThanOrEqualTo(page);
                read.addAll(more);
            }
            assertThat(read).isEqualTo(written);
        }
    }

    private List<StoredEvent> read(List<StoredEvent> before, int most) {
        return store().read(0, before.size(), most, Long.MAX_VALUE, View.DURABLE);
    }

    @Test
    default void a_page_ends_where_its_bytes_do_but_holds_one_event() {
        List<StoredEvent> written = fill();

        assertThat(store().read(0, 4, 100, 1, View.DURABLE)).containsExactly(written.get(4));
        assertThat(store().read(0, 0, 100, Long.MAX_VALUE, View.DURABLE)).hasSameSizeAs(written);
        assertThat(store().read(0, written.size(), 100, 1, View.DURABLE)).isEmpty();
        assertThat(store().read(0, written.size() + 100L, 100, 1, View.DURABLE)).isEmpty();
    }

    @Test
    default void a_read_of_some_events_leaves_none_of_them_out_and_says_how_far_it_looked() {
        for (int n = 1; n <= 60; n++) {
            decide(one(n % 7 == 0 ? new StreamId("shipping", "s") : stream("a")));
        }
        EventFilter wanted = (aggregate, event) -> aggregate.equals("shipping");
        List<StoredEvent> read = new ArrayList<>();
        long at = 0;

        while (at < 50) {
            EventSlice slice = store().read(0, at, 50, 3, Long.MAX_VALUE, View.DECIDED, wanted);
            assertThat(slice.to()).isGreaterThan(at).isLessThanOrEqualTo(50);
            assertThat(slice.events()).hasSizeLessThanOrEqualTo(3);
            read.addAll(slice.events());
            at = slice.to();
            assertThat(read).hasSize((int) at / 7);
        }

        assertThat(read).extracting(StoredEvent::position).containsExactly(7L, 14L, 21L, 28L, 35L, 42L, 49L);
        assertThat(store().read(0, 60, 100, 3, Long.MAX_VALUE, View.DECIDED, wanted))
                .isEqualTo(new EventSlice(List.of(), 60));
    }

    @Test
    default void a_stream_is_read_from_any_version() {
        List<StoredEvent> written = fill().stream()
                .filter(event -> event.stream().equals(stream("b")))
                .toList();

        for (int from = 1; from <= written.size() + 2; from++) {
            for (int most : new int[] {1, 3, 100}) {
                int first = Math.min(from - 1, written.size());
                assertThat(store().readStream(stream("b"), from, most, View.DURABLE))
                        .isEqualTo(written.subList(first, Math.min(first + most, written.size())));
            }
        }
        assertThat(store().version(stream("b"), View.DURABLE)).isEqualTo(written.size());
    }

    private List<StoredEvent> fill() {
        List<StoredEvent> written = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            written.addAll(commit(new Commit(
                            List.of(
                                    append(stream("a"), ANY, 1),
                                    append(stream("b"), ANY, 1 + n % 3),
                                    append(stream("c" + n), new ExpectedVersion.NoStream(), 1)),
                            List.of(),
                            null))
                    .events());
        }
        return written;
    }

    @Test
    default void streams_of_one_aggregate_come_sorted() {
        for (String id : List.of("b", "", "a/b", "B", "é", "a")) {
            commit(one(stream(id)));
        }
        commit(one(new StreamId("inventory2", "x")));
        commit(one(new StreamId("$inventory", "y")));

        try (var streams = store().streams("inventory")) {
            assertThat(streams.map(StreamId::instanceId)).containsExactly("", "B", "a", "a/b", "b", "é");
        }
        assertThat(store().streams("$inventory")).containsExactly(new StreamId("$inventory", "y"));
        assertThat(store().streams("order")).isEmpty();
    }

    @Test
    default void system_streams_take_positions_like_any_other() {
        commit(one(new StreamId("$dead-letters.fulfilment", "order/ord-1")));
        commit(one(stream("a")));

        assertThat(log()).extracting(StoredEvent::position).containsExactly(1L, 2L);
    }

    @Test
    default void what_is_decided_can_be_read_before_it_is_durable() {
        for (int n = 1; n <= 50; n++) {
            decide(one(stream("a")));

            assertThat(store().head(0, View.DECIDED)).isEqualTo(n);
            assertThat(store().version(stream("a"), View.DECIDED)).isEqualTo(n);
            assertThat(store().read(0, n - 1, 10, 1000, View.DECIDED)).hasSize(1);
            assertThat(store().readStream(stream("a"), n, 10, View.DECIDED)).hasSize(1);
        }
        store().awaitDurable(store().lastCommit());
        assertThat(store().head(0, View.DURABLE)).isEqualTo(50);
        assertThat(log()).hasSize(50);
    }

    @Test
    default void another_partition_is_refused() {
        for (int partition : new int[] {-1, store().partitions()}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> store().read(partition, 0, 1, 1, View.DURABLE));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> store().lease("fulfilment", partition));
        }
    }
}
