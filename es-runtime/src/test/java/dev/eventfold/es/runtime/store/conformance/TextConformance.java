package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.ANY;
import static dev.eventfold.es.runtime.store.conformance.Samples.AT;
import static dev.eventfold.es.runtime.store.conformance.Samples.append;
import static dev.eventfold.es.runtime.store.conformance.Samples.event;
import static dev.eventfold.es.runtime.store.conformance.Samples.key;
import static dev.eventfold.es.runtime.store.conformance.Samples.once;
import static dev.eventfold.es.runtime.store.conformance.Samples.put;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.View;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** That ids are data (R8): whatever UTF-8 can hold comes back as it was, and what it cannot hold is refused. */
public interface TextConformance extends StoreUnderTest {
    /** Texts that have broken stores. */
    List<String> HARD = List.of(
            "",
            " ",
            ".",
            "..",
            "../../etc/passwd",
            "/",
            "//",
            "a/b",
            "\\",
            "\"",
            "'",
            "\",\"crc\":\"00000000\"}",
            "\n",
            "\r\n",
            "\t\b\f",
            "\u0000",
            "\u001f\u007f\u0080\u009f",
            "\u2028\u2029",
            "é",
            "e\u0301",
            "\uFEFF",
            "\uFFFF",
            "\uD83D\uDE00",
            "NUL",
            "con.txt",
            "%",
            "_",
            "*?<>|",
            "x".repeat(1024),
            "\u20AC".repeat(341),
            "\uD83D\uDE00".repeat(256));

    @Test
    default void any_well_formed_text_is_an_id() {
        for (String text : HARD) {
            commit(once(stream(text), text, 2));
        }
        for (String text : HARD) {
            List<StoredEvent> events = store().readStream(stream(text), 1, 10, View.DURABLE);
            assertThat(events).extracting(StoredEvent::stream).containsExactly(stream(text), stream(text));
            assertThat(store().firstResult(stream(text), text)).isEqualTo(events);
        }
        assertThat(store().streams("inventory")).hasSize(HARD.size());
    }

    @Test
    default void random_text_is_an_id_too() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int n = 0; n < 200; n++) {
            String text = random.ints(random.nextInt(20), 0, Character.MAX_CODE_POINT + 1)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            decide(Commit.of(append(stream(text), ANY, 1)));
            store().awaitDurable(store().lastCommit());

            assertThat(store().readStream(stream(text), 1, 1, View.DURABLE))
                    .as("seed %d, number %d", seed, n)
                    .extracting(StoredEvent::stream)
                    .containsExactly(stream(text));
        }
    }

    @Test
    default void any_well_formed_text_is_a_key_an_actor_and_metadata() {
        for (String text : HARD) {
            Origin origin = new Origin("c", text, text, new Origin.Sent(text, text, -1), text, Map.of(text, text));
            NewEvent event = new NewEvent("E", 1, AT, origin, text, Json.of("1"));
            var committed = commit(new Commit(
                    List.of(new StreamAppend(stream(text), ANY, false, List.of(event))),
                    List.of(put(key(text), 0, "1")),
                    null));

            assertThat(store().row(key(text)).orElseThrow().row().key()).isEqualTo(key(text));
            assertThat(store().readStream(stream(text), 1, 1, View.DURABLE)).isEqualTo(committed.events());
        }
    }

    @Test
    default void names_of_system_streams_may_be_longer() {
        StreamId stream = new StreamId("$dead-letters.fulfilment", "x".repeat(5000));
        commit(once(stream, "c", 1));

        assertThat(store().streams(stream.aggregate())).containsExactly(stream);
    }

    @Test
    default void half_a_surrogate_pair_is_refused_before_anything_is_written() {
        for (String bad : List.of("\uD83D", "\uDE00", "a\uDE00\uD83D", "\uD83Dx")) {
            Origin origin = new Origin("c", "c", "c", null, bad, Map.of());
            Origin metadata = new Origin("c", "c", "c", null, null, Map.of("k", bad));
            for (Commit commit : List.of(
                    once(stream(bad), "c", 1),
                    once(stream("a"), bad, 1),
                    Commit.of(of(new NewEvent("E", 1, AT, origin, null, Json.of("1")))),
                    Commit.of(of(new NewEvent("E", 1, AT, metadata, null, Json.of("1")))),
                    new Commit(List.of(append(stream("a"), ANY, 1)), List.of(put(key(bad), 0, "1")), null))) {
                assertRefused(commit);
            }
        }
    }

    @Test
    default void a_payload_that_is_not_one_line_is_refused_before_anything_is_written() {
        for (String bad : List.of("", "{\n}", "\n")) {
            assertRefused(Commit.of(of(event("c", bad))));
            assertRefused(new Commit(List.of(append(stream("a"), ANY, 1)), List.of(put(key("ord-1"), 0, bad)), null));
        }
    }

    private StreamAppend of(NewEvent event) {
        return new StreamAppend(stream("a"), ANY, false, List.of(event));
    }

    private void assertRefused(Commit commit) {
        assertThatIllegalArgumentException().isThrownBy(() -> store().commit(commit));
        assertThat(store().head(0, View.DECIDED)).isZero();
        assertThat(store().lastCommit()).isZero();
    }
}
