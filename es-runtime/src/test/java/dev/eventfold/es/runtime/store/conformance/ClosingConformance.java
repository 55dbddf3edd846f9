package dev.eventfold.es.runtime.store.conformance;

import static dev.eventfold.es.runtime.store.conformance.Samples.key;
import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.store.View;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a closed store answers. */
public interface ClosingConformance extends StoreUnderTest {
    @Test
    default void every_call_of_a_closed_store_says_so() {
        long commit = decide(one(stream("a"))).commit();

        store().close();
        store().close();
        closed();

        assertSaysClosed(() -> store().commit(one(stream("a"))));
        store().awaitDurable(commit);
        assertSaysClosed(() -> store().lastCommit());
        assertSaysClosed(() -> store().head(0, View.DURABLE));
        assertSaysClosed(() -> store().read(0, 0, 1, 1, View.DURABLE));
        assertSaysClosed(() -> store().readStream(stream("a"), 1, 1, View.DURABLE));
        assertSaysClosed(() -> store().version(stream("a"), View.DURABLE));
        assertSaysClosed(() -> store().streams("inventory"));
        assertSaysClosed(() -> store().firstResult(stream("a"), "c"));
        assertSaysClosed(() -> store().row(key("ord-1")));
        assertSaysClosed(() -> store().position("fulfilment", 0));
        assertSaysClosed(() -> store().lease("fulfilment", 0));
        assertSaysClosed(() -> store().snapshot(stream("a")));
        assertSaysClosed(() -> store().keep(Samples.snapshot(stream("a"), 1, "{}")));
        assertSaysClosed(() -> store().await(0, 1, Duration.ofSeconds(10)));
    }

    private void assertSaysClosed(ThrowingCallable call) {
        assertThatExceptionOfType(StoreClosed.class).isThrownBy(call);
    }

    @Test
    default void closing_wakes_who_waits_for_events() {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return store().await(0, 0, Duration.ofDays(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        store().close();
        closed();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .withCauseInstanceOf(StoreClosed.class);
    }

    @Test
    default void closing_makes_durable_what_was_decided() {
        for (int n = 0; n < 100; n++) {
            decide(one(stream("a")));
        }
        // The comparison after each check does the rest: what was decided is there when the store is opened again.
        assertThat(store().version(stream("a"), View.DECIDED)).isEqualTo(100);
    }
}
